import { exitCodeOf, mergeReports } from '@assay/certify'
import { openReports } from './open-reports.ts'
import { readReport } from './read-report.ts'
import type { World } from './world.ts'

/**
 * Joins the reports of all shards into one, writes it in the formats asked for (JSON on stdout where none is) and gives the exit code of its verdict.
 * @throws UsageError where a file is no report; CertifyError where they do not belong together
 */
export async function mergeShards(files: readonly string[], formats: readonly string[], world: World): Promise<number> {
  const merged = mergeReports(files.map((file) => readReport(file, world.folder).report))
  const reports = await openReports(
    { report: formats.length === 0 ? ['json'] : formats, quiet: true },
    [merged.provider],
    world,
  )
  const { provider, target, seed, runId, level, startedAt, summary } = merged
  const listen = reports.listen(provider)
  listen({ type: 'started', provider, target, seed, runId, level, cases: summary.cases, startedAt })
  for (const { id, findings } of merged.rules)
    for (const finding of findings) listen({ type: 'finding', rule: id, finding })
  listen({ type: 'finished', report: merged })
  reports.close()
  return exitCodeOf(merged)
}

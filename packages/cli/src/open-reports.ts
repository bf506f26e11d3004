import { appendFileSync, rmSync } from 'node:fs'
import type { CertifyEvent } from '@assay/certify'
import { type Output, type Reporter, type ReportFormat, reportFormats } from '@assay/report'
import { readReportRequest, reportFile } from './report-requests.ts'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

/** The reports that were asked for, listening. */
export interface OpenReports {
  /** What listens to the run of a provider. */
  listen(provider: string): (event: CertifyEvent) => void
  /** No further run follows. */
  close(): void
}

/**
 * Opens the reports that `--report` names, the terminal's where it names none. A file that was there before is gone: no old report is taken for this run's.
 * @throws UsageError for an unknown format, a file that several providers would share or that cannot be written, and for two reports on stdout.
 */
export function openReports(requests: readonly string[], providers: readonly string[], world: World): OpenReports {
  const names = reportFormats.map(({ name }) => name)
  const read = (requests.length === 0 ? ['terminal'] : requests).map((text) => readReportRequest(text, names))
  if (read.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError('Only one report goes to stdout: give the others a file, such as --report json=report.json.')
  }
  const shared = read.find(({ file }) => file !== undefined && !file.includes('{provider}'))
  if (shared !== undefined && providers.length > 1) {
    throw new UsageError(
      `--report ${shared.format}=${shared.file} is one file for ${providers.length} providers: put {provider} in its name.`,
    )
  }
  const onStdout: Reporter[] = []
  const inFiles = new Map<string, Reporter[]>(providers.map((provider) => [provider, []]))
  for (const { format: name, file } of read) {
    const format = formatNamed(name)
    if (file === undefined) onStdout.push(format.reporter(stdout(world)))
    else
      for (const provider of providers)
        inFiles.get(provider)?.push(format.reporter(fileOutput(reportFile(file, provider, world.folder))))
  }
  return {
    listen: (provider) => (event) => {
      for (const reporter of [...onStdout, ...(inFiles.get(provider) ?? [])]) reporter.on(event)
    },
    close() {
      for (const reporter of [...onStdout, ...[...inFiles.values()].flat()]) reporter.end()
    },
  }
}

function formatNamed(name: string): ReportFormat {
  const format = reportFormats.find((candidate) => candidate.name === name)
  if (format === undefined) throw new UsageError(`There is no report format "${name}".`)
  return format
}

function stdout({ print, terminal, width, environment }: World): Output {
  const colours = environment.NO_COLOR ? false : terminal || Boolean(environment.FORCE_COLOR)
  return terminal ? { write: print, width, colours } : { write: print, colours }
}

function fileOutput(file: string): Output {
  rmSync(file, { force: true })
  return { write: (text) => appendFileSync(file, text) }
}

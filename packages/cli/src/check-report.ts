import { isUnaltered } from '@assay/certify'
import { documentHashes } from './document-hashes.ts'
import { findContract } from './find-contracts.ts'
import { knownContracts } from './known-contracts.ts'
import { readReport } from './read-report.ts'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

/**
 * Tells whether a report is as it was written, and whether the documents it is about have changed since. Gives 0 where neither, 1 where either.
 * @throws UsageError where the file is no report, or has no digest
 */
export async function checkReport(file: string, world: World): Promise<number> {
  const { report, text } = readReport(file, world.folder)
  const unaltered = isUnaltered(text)
  if (unaltered === undefined)
    throw new UsageError(
      `${file} has no digest, so nothing shows whether it was altered: certify again with this version.`,
    )
  const { provider, target, seed, verdict, summary, startedAt, evidence } = report
  world.print(`${provider} at ${target}: ${verdict}, ${summary.cases} cases, seed ${seed}, ${startedAt}\n`)
  world.print(
    unaltered
      ? 'The report is as it was written.\n'
      : 'The report was altered: its digest does not fit what it says.\n',
  )
  const known = knownContracts(world)
  if (!known.has(provider)) {
    world.print(`Whether the documents changed cannot be told: no contract of ${provider} is known here.\n`)
    return unaltered ? 0 : 1
  }
  const contract = await findContract(provider, known, world)
  const changed = changedSince(
    report.contract.sha256,
    contract.sha256,
    evidence?.documents,
    documentHashes(contract, world),
  )
  world.print(
    changed.length === 0
      ? `The documents of ${provider} have not changed since.\n`
      : `The documents of ${provider} have changed since: ${changed.join(', ')}. Certify again.\n`,
  )
  return unaltered && changed.length === 0 ? 0 : 1
}

function changedSince(
  then: string,
  now: string,
  thenFiles: Readonly<Record<string, string>> | undefined,
  nowFiles: Readonly<Record<string, string>> | undefined,
): readonly string[] {
  const contract = then === now ? [] : [`the contract (${then.slice(0, 12)} then, ${now.slice(0, 12)} now)`]
  if (thenFiles === undefined || nowFiles === undefined) return contract
  const names = [...new Set([...Object.keys(thenFiles), ...Object.keys(nowFiles)])].sort()
  return [...contract, ...names.filter((name) => thenFiles[name] !== nowFiles[name])]
}

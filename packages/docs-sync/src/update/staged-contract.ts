import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Contract, ContractError, readContract } from '@assay/contract'
import { ruleKinds } from '@assay/rules'
import { type Orphan, parkStatements } from './park-statements.ts'
import { UpdateError } from './update-error.ts'

/** What the changed files of a provider's folder make. */
export interface StagedContract {
  readonly contract: Contract
  /** The overlays, without what the strict reading refused. */
  readonly overlays: ReadonlyMap<string, string>
  /** What was refused and set aside. */
  readonly orphans: readonly Orphan[]
}

/** Each reading tells everything that is wrong at one stage; no contract has more stages than this. */
const MAXIMUM_READINGS = 40

/**
 * Reads the contract of a provider's folder with other texts in place of its files, away from the folder itself. What the strict reading refuses in an overlay is
 * set aside, statement by statement, until the rest stands.
 * @throws UpdateError where what is refused is no statement that can be set aside.
 */
export async function stagedContract(
  folder: string,
  provider: string,
  texts: ReadonlyMap<string, string>,
  overlayNames: readonly string[],
): Promise<StagedContract> {
  const root = await mkdtemp(join(tmpdir(), 'assay-docs-'))
  try {
    const copy = join(root, provider)
    await cp(folder, copy, { recursive: true })
    await mkdir(copy, { recursive: true })
    for (const [name, text] of texts) await writeFile(join(copy, name), text)
    const overlays = new Map(overlayNames.map((name) => [name, texts.get(name) ?? '']))
    const orphans: Orphan[] = []
    for (let readings = 0; readings < MAXIMUM_READINGS; readings += 1) {
      try {
        return { contract: await readContract(copy, { kinds: ruleKinds }), overlays, orphans }
      } catch (error) {
        if (!(error instanceof ContractError)) throw error
        await setAside(error, copy, overlays, orphans)
      }
    }
    throw new UpdateError(
      `The corrected contract of ${provider} is refused again and again: correct its overlay by hand.`,
    )
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

async function setAside(
  error: ContractError,
  copy: string,
  overlays: Map<string, string>,
  orphans: Orphan[],
): Promise<void> {
  const before = orphans.length
  for (const [name, text] of overlays) {
    const problems = error.problems.filter(({ file }) => file === join(copy, name))
    if (problems.length === 0) continue
    const parked = parkStatements(text, name, problems)
    if (parked === undefined) continue
    overlays.set(name, parked.text)
    orphans.push(...parked.orphans)
    await writeFile(join(copy, name), parked.text)
  }
  if (orphans.length > before) return
  const [first] = error.problems
  const place = `${first?.file.slice(copy.length + 1) ?? ''}:${first?.line ?? 1}`
  throw new UpdateError(
    `With what the page says now the contract cannot be read. ${place}: ${first?.message ?? error.message}`,
  )
}

import { join } from 'node:path'
import { clientFolder, generateClient, staleFiles } from '@assay/codegen'
import { type Contract, formatContract, isJsonObject, type JsonObject, loadContract } from '@assay/contract'
import { parseDocument, readOverlay } from '@assay/contract/documents'
import type { JoinedReading } from '../check/read-pages.ts'
import type { Change, ChangeLevel } from '../drift/change.ts'
import { compareDocuments } from '../drift/compare-documents.ts'
import type { ProviderFolder } from '../sources/provider-folder.ts'
import { type CarriedRename, carryRenames } from './carry-renames.ts'
import { contractDocument } from './contract-document.ts'
import type { Orphan } from './park-statements.ts'
import { rewriteDocument } from './rewrite-document.ts'
import { type ReadRecord, rewriteSources } from './rewrite-sources.ts'
import { stagedContract } from './staged-contract.ts'
import { type StaleCorrection, staleCorrections } from './stale-corrections.ts'

/** What the client's next version must tell its users (Semantic Versioning 2.0.0). */
export type ClientLevel = 'major' | 'minor' | 'patch' | 'none'

/** What an update would do; nothing has been written. */
export interface UpdatePlan {
  readonly contract: Contract
  readonly client: ClientLevel
  /** The texts to write by their path from the root, with `/`; undefined for a file to take away. What stays as it is, is not among them. */
  readonly files: ReadonlyMap<string, string | undefined>
  /** Renames that were carried into an overlay, with its name. */
  readonly carried: readonly (CarriedRename & { readonly file: string })[]
  /** Statements of an overlay that lead to nothing any more: set aside under `x-orphaned` when these files are written. */
  readonly orphans: readonly Orphan[]
  /** Corrections that apply and still speak of what is gone. */
  readonly doubtful: readonly StaleCorrection[]
  readonly needless: readonly StaleCorrection[]
}

/**
 * Plans what brings a provider's folder, contract and client to what its pages say now.
 * @param root The folder that holds `specs/` and `packages/`.
 * @throws UpdateError where it cannot be done without a person; ContractError where the folder is broken as it is.
 */
export async function planUpdate(
  root: string,
  folder: ProviderFolder,
  reading: JoinedReading,
  pages: readonly ReadRecord[],
  changes: readonly Change[],
): Promise<UpdatePlan> {
  const { provider, path, document, files } = folder
  const text = (name: string) => files.get(name) ?? ''
  const describe = (place: string) => `Not described yet: ${place} on the page ${reading.id} tells what it is.`
  const openapi = rewriteDocument(text('openapi.yaml'), document, reading.document, changes, describe)
  const written = parseDocument(openapi, 'openapi.yaml').value
  const after = isJsonObject(written) ? written : {}
  const known = loadContract(text('contract.json'), join(path, 'contract.json'))

  const carried: (CarriedRename & { readonly file: string })[] = []
  const doubtful: StaleCorrection[] = []
  const needless: StaleCorrection[] = []
  const texts = new Map([
    ['openapi.yaml', openapi],
    ['sources.yaml', rewriteSources(text('sources.yaml'), pages)],
  ])
  for (const name of folder.overlays) {
    const before = readOverlay(parseDocument(text(name), name))
    const renamed = carryRenames(text(name), before, document, changes, known)
    texts.set(name, renamed.text)
    carried.push(...renamed.carried.map((one) => ({ ...one, file: name })))
    const now = { document: after as JsonObject, overlay: readOverlay(parseDocument(renamed.text, name)) }
    const stale = staleCorrections({ document, overlay: before }, now, changes, name)
    doubtful.push(...stale.orphaned)
    needless.push(...stale.needless)
  }
  const staged = await stagedContract(path, provider, texts, folder.overlays)
  for (const [name, overlay] of staged.overlays) texts.set(name, overlay)
  const { contract, orphans } = staged

  const expected = new Map<string, string>()
  for (const [name, one] of texts) expected.set(`specs/${provider}/${name}`, one)
  expected.set(`specs/${provider}/contract.json`, formatContract(contract))
  const client = await generateClient(contract)
  for (const [name, one] of client) expected.set(`${clientFolder(provider)}/${name}`, one)
  const stale = await staleFiles(root, expected, [clientFolder(provider)])
  const changed = new Map(
    stale.map(({ path: file, state }) => [file, state === 'left-over' ? undefined : expected.get(file)]),
  )
  const touchesClient = stale.some(({ path: file }) => file.startsWith(`${clientFolder(provider)}/`))
  return {
    contract,
    client: clientLevel(known, contract, touchesClient),
    files: changed,
    carried,
    orphans,
    doubtful,
    needless,
  }
}

/** The level of what differs between the contracts that two clients are generated from. */
function clientLevel(before: Contract, after: Contract, touchesClient: boolean): ClientLevel {
  const levels: readonly ChangeLevel[] = compareDocuments(contractDocument(before), contractDocument(after)).map(
    ({ level }) => level,
  )
  if (levels.includes('breaking')) return 'major'
  if (levels.includes('additive')) return 'minor'
  return touchesClient ? 'patch' : 'none'
}

import { clientOperations } from '@assay/codegen'
import { type Contract, ContractError, loadContract } from '@assay/contract'
import { parseDocument, readOverlay } from '@assay/contract/documents'
import type { Change } from '../drift/change.ts'
import { isWording } from '../drift/change.ts'
import { compareReadings } from '../drift/compare-readings.ts'
import { type CorrectionName, nameCorrection } from '../effects/correction.ts'
import { correctionStates } from '../effects/correction-states.ts'
import { touchedCorrections } from '../effects/touched-corrections.ts'
import { touchedRules } from '../effects/touched-rules.ts'
import { touchedTypes } from '../effects/touched-types.ts'
import { PageError } from '../pages/page-error.ts'
import type { PageProblem } from '../pages/page-reading.ts'
import type { FetchOptions } from '../sources/fetch-page.ts'
import { type FoundPage, findPage } from '../sources/find-page.ts'
import { type ProviderFolder, readProviderFolder } from '../sources/provider-folder.ts'
import { NoAddressError, UnreadableError } from '../sources/unreadable-error.ts'
import { planUpdate, type UpdatePlan } from '../update/plan-update.ts'
import { UpdateError } from '../update/update-error.ts'
import { joinFingerprints, joinReadings, readFoundPage } from './read-pages.ts'

/** A change with what it touches. */
export interface ReportedChange extends Change {
  /** Ids of the contract's rules. */
  readonly rules: readonly string[]
  /** Types and members of the generated client: `CreatePaymentRequestBody.amount`. */
  readonly types: readonly string[]
  readonly corrections: readonly CorrectionName[]
}

/** What a check of a provider's pages found. */
export type CheckResult =
  | { readonly provider: string; readonly status: 'no-address' | 'unreadable'; readonly reason: string }
  | Checked

/** Pages that were read. */
export interface Checked {
  readonly provider: string
  /** `wording`: nothing but words differs. */
  readonly status: 'unchanged' | 'wording' | 'changed'
  readonly pages: readonly { readonly id: string; readonly place: string; readonly sha256: string }[]
  /** Structure first, then wording. */
  readonly changes: readonly ReportedChange[]
  /** What the reading of the pages lost or left open. */
  readonly problems: readonly PageProblem[]
  /** What `docs update` would do; absent where nothing changed. */
  readonly plan?: UpdatePlan
  /** Why `docs update` cannot do it by itself. */
  readonly obstacle?: string
}

/** How a provider's pages are checked. */
export interface CheckOptions extends FetchOptions {
  /** The folder that holds `specs/` and `packages/`. */
  readonly root: string
  /** The provider's folder. */
  readonly folder: string
  /** A file, a folder or a URL instead of the pages' own addresses. */
  readonly from?: string
  /** Today, ISO 8601: stands in sources.yaml as the day of the reading. */
  readonly today: string
}

/**
 * Reads the pages of a provider and says what changed since they were read last, and what each change touches. A page that cannot be read is told as such,
 * never as unchanged. Nothing is written.
 * @throws ContractError, UpdateError where the provider's folder itself cannot be read.
 */
export async function checkProvider(options: CheckOptions): Promise<CheckResult> {
  const folder = await readProviderFolder(options.folder)
  const { provider } = folder
  try {
    return await compareFolder(folder, options)
  } catch (error) {
    if (error instanceof NoAddressError) return { provider, status: 'no-address', reason: error.message }
    if (error instanceof UnreadableError || error instanceof PageError)
      return { provider, status: 'unreadable', reason: error.message }
    throw error
  }
}

async function compareFolder(folder: ProviderFolder, options: CheckOptions): Promise<Checked> {
  const { provider, pages } = folder
  if (pages.length === 0) throw new NoAddressError(`sources.yaml of ${provider} names no page.`)
  const found: FoundPage[] = []
  for (const page of pages) found.push(await findPage(page, { ...options, provider, isOnly: pages.length === 1 }))
  const readings = pages.map((page, index) => readFoundPage(page, found[index] ?? { text: '', place: page.id }))
  const after = joinReadings(readings)
  const read = readings.map(({ id, sha256 }, index) => ({ id, place: found[index]?.place ?? id, sha256 }))
  const before = { id: after.id, document: folder.document, fingerprints: joinFingerprints(pages) }
  const changes = compareReadings(before, after)
  const known = { provider, pages: read, problems: after.problems }
  if (changes.length === 0) return { ...known, status: 'unchanged', changes: [] }
  const status = changes.every(isWording) ? 'wording' : 'changed'
  const records = readings.map(({ id, sha256, fingerprints }) => ({ id, sha256, fingerprints, read: options.today }))
  const reported = effects(folder, changes)
  try {
    return {
      ...known,
      status,
      changes: reported,
      plan: await planUpdate(options.root, folder, after, records, changes),
    }
  } catch (error) {
    if (!(error instanceof UpdateError) && !(error instanceof ContractError)) throw error
    return { ...known, status, changes: reported, obstacle: error.message }
  }
}

function effects(folder: ProviderFolder, changes: readonly Change[]): readonly ReportedChange[] {
  const contract: Contract = loadContract(folder.files.get('contract.json') ?? '', `${folder.path}/contract.json`)
  const operations = clientOperations(contract)
  const states = folder.overlays.map((file) => {
    const overlay = readOverlay(parseDocument(folder.files.get(file) ?? '', file))
    return { file, states: correctionStates(folder.document, overlay) }
  })
  return changes.map((change) => {
    const key = keyBefore(change, changes)
    const touched = operations.filter(
      ({ operation }) => key === undefined || `${operation.method} ${operation.path}` === key,
    )
    const corrections = states.flatMap(({ file, states: each }) =>
      touchedCorrections(change, each).map((state) => nameCorrection(state, file)),
    )
    return {
      ...change,
      rules: [...new Set(touched.flatMap(({ operation }) => touchedRules(change, operation)))],
      types: [...new Set(touched.flatMap((operation) => touchedTypes(change, operation)))],
      corrections,
    }
  })
}

/** Method and path of a change's operation in the contract, which knows the old ones. */
function keyBefore({ operation }: Change, changes: readonly Change[]): string | undefined {
  const moved = changes.find(
    (one) => one.subject === 'operation' && one.action === 'renamed' && one.after === operation,
  )
  return typeof moved?.before === 'string' ? moved.before : operation
}

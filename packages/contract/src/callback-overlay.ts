import { applyOverlay, type Corrected } from './apply-overlay.ts'
import { callbackPages } from './callback-shape.ts'
import type { Page } from './contract.ts'
import { ContractError, type ContractProblem } from './contract-error.ts'
import { isJsonObject, type Json } from './json.ts'
import { formatPointer } from './json-pointer.ts'
import type { Origins } from './origins.ts'
import type { Overlay, OverlayAction } from './overlay.ts'

/** Where a callback may stand: OpenAPI has them below an operation. */
const CALLBACKS = /^\/paths\/[^/]+\/[a-z]+\/callbacks(?:\/|$)/

/** What `callbacks.yaml` makes of a document. */
export interface WithCallbacks extends Corrected {
  /** The pages it names beside those of `sources.yaml`. */
  readonly pages: readonly Page[]
}

/**
 * Applies the overlay that adds what is known of a provider's callbacks, as strictly as any other, and more: it may touch callbacks only, and since
 * no page that was read has a word on them, each action says from where it is known and that it is inferred or assumed.
 * @param pages The ids of the pages of `sources.yaml`.
 * @throws ContractError with file and line.
 */
export function applyCallbackOverlay(
  root: Json,
  overlay: Overlay,
  origins: Origins,
  pages: readonly string[] | undefined,
): WithCallbacks {
  const named = readPages(overlay)
  const known = [...(pages ?? []), ...named.map(({ id }) => id)]
  const problems = overlay.actions.flatMap((action, index) => actionProblems(action, index, overlay, known))
  if (problems.length > 0) throw new ContractError(problems)
  const corrected = applyOverlay(root, overlay, origins)
  const strays = corrected.touched.flatMap((pointers, index) => {
    const stray = pointers.find((pointer) => !CALLBACKS.test(pointer))
    if (stray === undefined) return []
    const message = `Action ${index + 1} changes ${stray}, which is no callback: what a page says is corrected in overlay.yaml.`
    return [problemAt(overlay, ['actions', index, 'target'], message)]
  })
  if (strays.length > 0) throw new ContractError(strays)
  return { ...corrected, pages: named }
}

function actionProblems(
  { strength, evidence = [], description }: OverlayAction,
  index: number,
  overlay: Overlay,
  known: readonly string[],
): ContractProblem[] {
  const problems: ContractProblem[] = []
  const report = (member: string, message: string): void => {
    problems.push(problemAt(overlay, ['actions', index, member], message))
  }
  if (description === undefined) report('description', `Action ${index + 1} says nothing: give it a description.`)
  if (strength !== 'inferred' && strength !== 'assumed') {
    const says = 'no page that was read speaks of callbacks, so its x-strength is inferred or assumed'
    report('x-strength', `Action ${index + 1} is wrong: ${says}.`)
  }
  if (evidence.length === 0) report('x-evidence', `Action ${index + 1} has no x-evidence: say from where it is known.`)
  const unknown = evidence.find(({ page }) => !known.includes(page))
  if (unknown) {
    report(
      'x-evidence',
      `The page "${unknown.page}" stands neither in sources.yaml nor in info.x-pages: ${known.join(', ')}.`,
    )
  }
  return problems
}

function readPages({ document }: Overlay): readonly Page[] {
  const info = isJsonObject(document.value) && isJsonObject(document.value.info) ? document.value.info : {}
  const result = callbackPages.safeParse(info['x-pages'] ?? [])
  if (result.success) return result.data
  throw new ContractError(
    result.error.issues.map(({ path, message }) => {
      const place = ['info', 'x-pages', ...path.map((name) => (typeof name === 'symbol' ? String(name) : name))]
      const text = `The list of pages is wrong at ${formatPointer(place)}: ${message.replace(/\.$/, '')}.`
      return { message: text, file: document.file, ...document.place(formatPointer(place)) }
    }),
  )
}

function problemAt({ document }: Overlay, place: readonly (string | number)[], message: string): ContractProblem {
  return { message, file: document.file, ...document.place(formatPointer(place)) }
}

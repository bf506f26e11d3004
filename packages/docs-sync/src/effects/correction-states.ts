import { ContractError, canonicalJson, type Json, valueAt } from '@assay/contract'
import {
  applyOverlay,
  isCorrection,
  Origins,
  type Overlay,
  type OverlayAction,
  selectPointers,
} from '@assay/contract/documents'

/** What one action of an overlay does to a document. */
export interface CorrectionState {
  readonly action: OverlayAction
  /** Counted from 1, as messages count. */
  readonly number: number
  /** Line of the overlay. */
  readonly line: number
  /** It changes what the page says; else it only adds what OpenAPI has no word for. */
  readonly isCorrection: boolean
  /** JSON Pointers of what it selects in the document as it finds it. */
  readonly selected: readonly string[]
  /** JSON Pointers of what it sets or takes away. */
  readonly touched: readonly string[]
  /** What it touches is another value in the corrected document than on the page. */
  readonly hasEffect: boolean
  /** Why it cannot be applied. */
  readonly fault?: string
}

/** Applies an overlay action by action and says of each what it does; one that cannot be applied is passed over. */
export function correctionStates(document: Json, overlay: Overlay): readonly CorrectionState[] {
  let value = document
  const states = overlay.actions.map((action, index) => {
    const number = index + 1
    const { line } = overlay.document.place(`/actions/${index}`)
    const known = {
      action,
      number,
      line,
      isCorrection: isCorrection(action),
      selected: selectPointers(value, action.target),
    }
    try {
      const corrected = applyOverlay(value, { ...overlay, actions: [action] }, new Origins())
      value = corrected.value
      return { ...known, touched: corrected.touched[0] ?? [] }
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      return { ...known, touched: [], fault: error.problems[0]?.message ?? error.message }
    }
  })
  // One action may undo what another did: what counts is whether the places differ in the end.
  const differs = (pointer: string) => textAt(document, pointer) !== textAt(value, pointer)
  return states.map((state) => ({ ...state, hasEffect: state.touched.some(differs) }))
}

function textAt(value: Json, pointer: string): string | undefined {
  const found = valueAt(value, pointer)
  return found === undefined ? undefined : canonicalJson(found)
}

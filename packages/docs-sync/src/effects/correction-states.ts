import {
  applyOverlay,
  ContractError,
  canonicalJson,
  isCorrection,
  type Json,
  Origins,
  type Overlay,
  type OverlayAction,
  selectPointers,
} from '@assay/contract'

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
  /** The document has another value for it. */
  readonly hasEffect: boolean
  /** Why it cannot be applied. */
  readonly fault?: string
}

/** Applies an overlay action by action and says of each what it does; one that cannot be applied is passed over. */
export function correctionStates(document: Json, overlay: Overlay): readonly CorrectionState[] {
  let value = document
  return overlay.actions.map((action, index) => {
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
      const hasEffect = canonicalJson(corrected.value) !== canonicalJson(value)
      value = corrected.value
      return { ...known, touched: corrected.touched[0] ?? [], hasEffect }
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      return { ...known, touched: [], hasEffect: false, fault: error.problems[0]?.message ?? error.message }
    }
  })
}

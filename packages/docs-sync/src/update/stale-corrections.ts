import { isJsonObject, type Json, type JsonObject, parsePointer, valueAt } from '@assay/contract'
import type { Overlay } from '@assay/contract/documents'
import type { Change } from '../drift/change.ts'
import { type CorrectionName, nameCorrection } from '../effects/correction.ts'
import { type CorrectionState, correctionStates } from '../effects/correction-states.ts'
import { isWithin, mentions } from '../effects/touched-corrections.ts'

/** A correction that is not what it was, and why. */
export interface StaleCorrection extends CorrectionName {
  readonly reason: string
}

/** What becomes of the corrections of an overlay with another document under it. */
export interface StaleCorrections {
  /** The page says it itself now, or no longer says what was corrected. */
  readonly needless: readonly StaleCorrection[]
  /** The strict applier would take them, and still they speak of what is gone. */
  readonly orphaned: readonly StaleCorrection[]
}

/**
 * Compares what an overlay does to the document as it was with what it does to the document as it is.
 * @param before The overlay and the document as they were; `after` as they would be, member names carried over.
 */
export function staleCorrections(
  before: { readonly document: JsonObject; readonly overlay: Overlay },
  after: { readonly document: JsonObject; readonly overlay: Overlay },
  changes: readonly Change[],
  file: string,
): StaleCorrections {
  const old = correctionStates(before.document, before.overlay)
  const now = correctionStates(after.document, after.overlay)
  const needless: StaleCorrection[] = []
  const orphaned: StaleCorrection[] = []
  for (const [index, is] of now.entries()) {
    const was = old[index]
    if (was === undefined || !is.isCorrection || !was.hasEffect) continue
    const name = nameCorrection(is, file)
    if (is.fault !== undefined) {
      if (is.action.remove && holderIsThere(was, after.document))
        needless.push({ ...name, reason: 'The page no longer says what it takes away.' })
      continue
    }
    if (!is.hasEffect) needless.push({ ...name, reason: 'The page says it itself now.' })
    const gone = goneMember(is, changes)
    if (gone !== undefined) orphaned.push({ ...name, reason: `It speaks of ${gone}, which is gone from the page.` })
    else if (is.selected.length < was.selected.length) {
      orphaned.push({
        ...name,
        reason: `It selects ${is.selected.length} of the ${was.selected.length} places it selected.`,
      })
    }
  }
  return { needless, orphaned }
}

/** Whether what held the values that a correction took away is still there. */
function holderIsThere({ selected }: CorrectionState, document: Json): boolean {
  return (
    selected.length > 0 &&
    selected.every((place) => isJsonObject(valueAt(document, place.slice(0, place.lastIndexOf('/')))))
  )
}

/** The member that the page took out and that a correction sets, or demands, nevertheless. */
function goneMember({ action, touched, selected }: CorrectionState, changes: readonly Change[]): string | undefined {
  for (const { subject, action: became, pointer, at } of changes) {
    const place = pointer.before
    if (subject !== 'member' || became !== 'removed' || place === undefined) continue
    const name = parsePointer(place).at(-1) ?? ''
    const schema = place.slice(0, Math.max(0, place.lastIndexOf('/properties/')))
    const sets = !action.remove && touched.some((one) => isWithin(one, place))
    const demands =
      action.update !== undefined && selected.some((one) => one === schema) && mentions(requiredIn(action.update), name)
    if (sets || demands) return at ?? name
  }
  return undefined
}

/** The lists of required members of an update, those of its alternatives included. */
function requiredIn(update: Json): readonly Json[] {
  if (Array.isArray(update)) return update.flatMap((item: Json) => requiredIn(item))
  if (!isJsonObject(update)) return []
  return Object.entries(update).flatMap(([name, value]) => {
    if (name === 'required') return [value]
    return ['oneOf', 'anyOf', 'allOf', 'if', 'then', 'else'].includes(name) ? requiredIn(value) : []
  })
}

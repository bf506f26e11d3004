import { isJsonObject, type Json, parsePointer } from '@assay/contract'
import type { Change } from '../drift/change.ts'
import type { CorrectionState } from './correction-states.ts'

/** The corrections that speak of a changed place: they select it, set it or take it away, or name the member under what they set. */
export function touchedCorrections(change: Change, states: readonly CorrectionState[]): readonly CorrectionState[] {
  const pointer = change.pointer.before
  // An operation that moved takes its corrections along.
  if (
    pointer === undefined ||
    change.subject === 'example' ||
    (change.subject === 'operation' && change.action === 'renamed')
  )
    return []
  return states.filter(
    (state) => state.isCorrection && (reaches(state, pointer, change) || names(state, pointer, change)),
  )
}

/** A place that is new has only what holds it before: not each correction there is about it. */
function reaches({ touched }: CorrectionState, pointer: string, { action, subject }: Change): boolean {
  if (action === 'added' && (subject === 'member' || subject === 'error' || subject === 'answer')) return false
  // A mark is written in the list of what holds the member.
  const list = subject === 'required' ? [`${pointer.replace(/\/properties\/[^/]+$/, '')}/required`] : []
  return touched.some((place) => list.includes(place) || isWithin(place, pointer) || isWithin(pointer, place))
}

/** A correction of what holds a member may name it: among the required ones, or in an alternative. */
function names({ selected, action }: CorrectionState, pointer: string, { at, after, action: became }: Change): boolean {
  const name = became === 'added' && typeof after === 'string' ? after : parsePointer(at ?? '').at(-1)
  if (name === undefined || action.update === undefined) return false
  return selected.some((place) => isWithin(pointer, place)) && mentions(action.update, name)
}

/** Whether a value has a member or a text of a name. */
export function mentions(value: Json, name: string): boolean {
  if (typeof value === 'string') return value === name
  if (Array.isArray(value)) return value.some((item: Json) => mentions(item, name))
  if (!isJsonObject(value)) return false
  return Object.entries(value).some(
    ([key, member]) => key === name || (!key.startsWith('x-') && mentions(member, name)),
  )
}

/** Whether a pointer is another or leads below it. */
export function isWithin(pointer: string, holder: string): boolean {
  return pointer === holder || pointer.startsWith(`${holder}/`)
}

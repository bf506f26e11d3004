import { type Json, stringifyJson, valueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import { hashOf } from '../hash-of.ts'

/** Shorter than this, a reference cannot say which run it belongs to. */
const SHORTEST = 10

/** Stands in a planned value where the reference of the request is to stand: what surrounds it stays. */
export const REFERENCE = 'assay-reference'

/** Which reference a request bears: of a run, a case of its plan, and how often that case was sent before. */
export interface ReferenceNumber {
  readonly runId: string
  readonly number: number
  /** 0 for the first sending. */
  readonly attempt: number
}

/** The reference of a request: `assay-k3v9x2qa-17`, and `assay-k3v9x2qa-17-1` where it is sent anew. */
export function referenceOf({ runId, number, attempt }: ReferenceNumber): string {
  return `assay-${runId}-${number}${attempt === 0 ? '' : `-${attempt}`}`
}

/**
 * The draft with references nobody used before. A long one keeps its length, so that a case about lengths stays what it is; a short one gets
 * other letters, which only probably nobody used.
 */
export function withFreshReferences(draft: Draft, pointers: readonly string[], reference: ReferenceNumber): Draft {
  let body = draft.body
  for (const pointer of pointers) {
    const value = valueAt(body, pointer)
    if (typeof value === 'string' && value !== '') body = withValueAt(body, pointer, fresh(value, reference))
  }
  if (body === draft.body) return draft
  if (draft.text === undefined) return { ...draft, body }
  if (draft.text === stringifyJson(draft.body)) return { ...draft, body, text: stringifyJson(body) }
  return { ...draft, body, text: renewedText(draft.text, draft.body, body, pointers) }
}

/** A text that is more or less than its body, with the references in it renewed wherever a string begins with one. */
function renewedText(text: string, before: Json, after: Json, pointers: readonly string[]): string {
  return pointers.reduce((current, pointer) => {
    const [old, renewed] = [valueAt(before, pointer), valueAt(after, pointer)]
    // A short one may stand in the text for anything.
    if (typeof old !== 'string' || typeof renewed !== 'string' || old.length < SHORTEST) return current
    return current.replaceAll(stringifyJson(old).slice(0, -1), () => stringifyJson(renewed).slice(0, -1))
  }, text)
}

function fresh(value: string, reference: ReferenceNumber): string {
  const token = referenceOf(reference)
  const characters = [...value]
  if (characters.length > token.length * 2) return `${token}-${characters.slice(token.length + 1).join('')}`
  const borne = new RegExp(`${REFERENCE}|assay-${reference.runId}-[0-9]+(-[0-9]+)?`)
  if (borne.test(value)) return value.replace(borne, token)
  if (characters.length >= SHORTEST) return token
  return hashOf(token).toString(36).padStart(SHORTEST, '0').slice(-characters.length)
}

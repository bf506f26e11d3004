import { stringifyJson, valueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import { hashOf } from '../hash-of.ts'

/** Shorter than this, a reference cannot say which run it belongs to. */
const SHORTEST = 10

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
  // A text that is the body in another spelling follows it; any other stands as it is.
  return draft.text === stringifyJson(draft.body) ? { ...draft, body, text: stringifyJson(body) } : { ...draft, body }
}

function fresh(value: string, reference: ReferenceNumber): string {
  const token = referenceOf(reference)
  const characters = [...value]
  if (characters.length > token.length * 2) return `${token}-${characters.slice(token.length + 1).join('')}`
  if (characters.length >= SHORTEST) return token
  return hashOf(token).toString(36).padStart(SHORTEST, '0').slice(-characters.length)
}

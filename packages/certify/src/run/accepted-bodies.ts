import { isJsonObject, type Json, stringifyJson } from '@assay/contract'
import { sameJson } from '@assay/rules'

/** Bodies kept at most. */
const KEPT = 60

/** Bodies longer than this show nothing that a shorter one does not. */
const SHORT_CHARACTERS = 4_000

/** An accepted request, to compare a refused or wrongly answered one with. */
export interface AcceptedBody {
  readonly case: string
  readonly body: string
}

/** Bodies of accepted requests, few enough to keep. */
export interface AcceptedBodies {
  /** Takes an accepted body. */
  add(one: string, operation: string, body: Json | undefined): void
  /** The accepted body of another case that is most like this one. */
  nearest(one: string, operation: string, body: Json | undefined): AcceptedBody | undefined
}

/** No accepted body yet. */
export function acceptedBodies(): AcceptedBodies {
  const kept: { readonly one: string; readonly operation: string; readonly body: Json; readonly text: string }[] = []
  return {
    add(one, operation, body) {
      if (kept.length >= KEPT || !isJsonObject(body)) return
      const text = stringifyJson(body)
      if (text.length <= SHORT_CHARACTERS) kept.push({ one, operation, body, text })
    },
    nearest(one, operation, body) {
      const near = kept
        .filter((known) => known.operation === operation && known.one !== one)
        .map((known) => ({ known, distance: distanceOf(known.body, body) }))
        .sort((left, right) => left.distance - right.distance)[0]?.known
      return near === undefined ? undefined : { case: near.one, body: near.text }
    },
  }
}

/** In how many members two values differ: one that is there only once counts more than one of another value. */
function distanceOf(one: Json | undefined, other: Json | undefined): number {
  if (one === undefined || other === undefined) return one === other ? 0 : 2
  if (!isJsonObject(one) || !isJsonObject(other)) return sameJson(one, other) ? 0 : 1
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].reduce(
    (sum, name) => sum + distanceOf(one[name], other[name]),
    0,
  )
}

import type { Draft } from '@assay/rules'
import { type Difference, differencesBetween } from './differences-between.ts'

/** A payload that was accepted, and where another one differs from it. */
export interface Nearest {
  readonly draft: Draft
  readonly differences: readonly Difference[]
}

/**
 * Of the payloads that were accepted the one that differs least from a draft, references aside; undefined where none was, or where it is not its body
 * that makes the draft what it is.
 */
export function nearestAccepted(
  draft: Draft,
  accepted: readonly Draft[],
  references: readonly string[],
): Nearest | undefined {
  if (draft.text !== undefined || draft.fault !== undefined || draft.repeated) return undefined
  let nearest: Nearest | undefined
  let least = Number.POSITIVE_INFINITY
  for (const one of accepted) {
    const differences = differencesBetween(one.body, draft.body).filter((found) => !isRenewed(found, references))
    const distance = differences.reduce((sum, difference) => sum + weightOf(difference), 0)
    if (distance < least) {
      nearest = { draft: one, differences }
      least = distance
    }
  }
  return nearest
}

/** A member that only one of them has tells less than one with two values. */
function weightOf({ accepted, sent }: Difference): number {
  return accepted === undefined || sent === undefined ? 2 : 1
}

/** Whether two references differ only because each request bears its own. */
function isRenewed({ at, accepted, sent }: Difference, references: readonly string[]): boolean {
  return (
    references.includes(at) && [accepted, sent].every((value) => typeof value === 'string' && /^assay-/.test(value))
  )
}

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
  for (const one of accepted) {
    const differences = differencesBetween(one.body, draft.body).filter((found) => !isRenewed(found, references))
    if (nearest === undefined || differences.length < nearest.differences.length) nearest = { draft: one, differences }
  }
  return nearest
}

/** Whether two references differ only because each request bears its own. */
function isRenewed({ at, accepted, sent }: Difference, references: readonly string[]): boolean {
  return (
    references.includes(at) && [accepted, sent].every((value) => typeof value === 'string' && /^assay-/.test(value))
  )
}

import type { Draft } from '@assay/rules'
import fc, { type Arbitrary } from 'fast-check'

/** How many drafts are looked through to see how common some are, and how many of them make them common. */
const LOOKED_THROUGH = 60
const COMMON = 2

/** Drafts that are made when first asked for, and a few of them drawn to look through. */
export interface DraftPool {
  drafts(): Arbitrary<Draft>
  /** Whether drafts of a sort are common enough to be found by looking. */
  hold(fits: (draft: Draft) => boolean): boolean
}

/** A pool of drafts; nothing is made before it is asked for. */
export function draftPool(make: () => Arbitrary<Draft>): DraftPool {
  let made: Arbitrary<Draft> | undefined
  let drawn: readonly Draft[] | undefined
  const drafts = () => {
    made ??= make()
    return made
  }
  return {
    drafts,
    hold(fits) {
      drawn ??= fc.sample(drafts(), { numRuns: LOOKED_THROUGH, seed: 1 })
      let found = 0
      return drawn.some((draft) => fits(draft) && ++found >= COMMON)
    },
  }
}

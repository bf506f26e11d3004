import type { Draft, Way } from '@assay/rules'
import fc from 'fast-check'
import { NoSuchDraftError, onlyThose } from './only-those.ts'
import { UnsatisfiableSchemaError } from './schema/unsatisfiable-schema-error.ts'

/** A way of which none of so many drafts does what it says is none: of the others nearly every draft does. */
const MOST_TRIED = 100

/** The ways that can be gone, each with only the drafts that pass a test. None where nothing can be made that has what the rule speaks of. */
export function provenWays(ways: () => readonly Way[], passes: (draft: Draft) => boolean): readonly Way[] {
  try {
    return ways()
      .filter(({ drafts }) => canBeDrawn(onlyThose(drafts, passes, MOST_TRIED)))
      .map(({ way, drafts }) => ({ way, drafts: onlyThose(drafts, passes) }))
  } catch (error) {
    if (error instanceof UnsatisfiableSchemaError) return []
    throw error
  }
}

function canBeDrawn(drafts: fc.Arbitrary<Draft>): boolean {
  try {
    return fc.sample(drafts, { numRuns: 1, seed: 1 }).length === 1
  } catch (error) {
    if (error instanceof NoSuchDraftError) return false
    throw error
  }
}

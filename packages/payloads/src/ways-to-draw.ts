import type { Draft, Way } from '@assay/rules'
import { onlyThose } from './only-those.ts'
import { UnsatisfiableSchemaError } from './schema/unsatisfiable-schema-error.ts'

/** A way of which none of so many drafts does what it says is none: of the others nearly every draft does. */
const MOST_TRIED = 100

/**
 * The ways that a rule kind offers, each with only the drafts that pass a test; whether it has any shows when it is drawn from. None where nothing can be
 * made that has what the rule speaks of.
 */
export function waysToDraw(ways: () => readonly Way[], passes: (draft: Draft) => boolean): readonly Way[] {
  try {
    return ways().map(({ way, drafts }) => ({ way, drafts: onlyThose(drafts, passes, undefined, MOST_TRIED) }))
  } catch (error) {
    if (error instanceof UnsatisfiableSchemaError) return []
    throw error
  }
}

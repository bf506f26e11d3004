import type { Draft } from '@assay/rules'
import { type Arbitrary, sample } from 'fast-check'
import { NoSuchDraftError } from './only-those.ts'
import { UnsatisfiableSchemaError } from './schema/unsatisfiable-schema-error.ts'

/** Drafts of a way, the same for the same seed; undefined where the way turns out to have none. */
export function drawnFrom(drafts: Arbitrary<Draft>, count: number, seed: number): readonly Draft[] | undefined {
  try {
    return sample(drafts, { numRuns: count, seed })
  } catch (error) {
    if (error instanceof NoSuchDraftError || error instanceof UnsatisfiableSchemaError) return undefined
    throw error
  }
}

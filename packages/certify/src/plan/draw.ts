import { drawnFrom } from '@assay/payloads'
import type { Draft } from '@assay/rules'
import { type Arbitrary, sample } from 'fast-check'
import { hashOf } from '../hash-of.ts'

/** Values of an arbitrary; the same seed and name draw the same. */
export function draw<Value>(values: Arbitrary<Value>, count: number, seed: number, name: string): readonly Value[] {
  return sample(values, { numRuns: count, seed: seedOf(name, seed) })
}

/** Drafts of a way, as {@link draw}; undefined where the way turns out to have none. */
export function drawWay(
  drafts: Arbitrary<Draft>,
  count: number,
  seed: number,
  name: string,
): readonly Draft[] | undefined {
  return drawnFrom(drafts, count, seedOf(name, seed))
}

function seedOf(name: string, seed: number): number {
  return hashOf(name, seed) | 0
}

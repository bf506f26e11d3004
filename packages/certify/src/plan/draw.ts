import { type Arbitrary, sample } from 'fast-check'
import { hashOf } from '../hash-of.ts'

/** Values of an arbitrary; the same seed and name draw the same. */
export function draw<Value>(values: Arbitrary<Value>, count: number, seed: number, name: string): readonly Value[] {
  return sample(values, { numRuns: count, seed: hashOf(name, seed) | 0 })
}

import type { Json } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import { textArbitrary } from './text-arbitrary.ts'

const scalar: Arbitrary<Json> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -1000, max: 1000 }),
  textArbitrary(0, 16),
)

/** Small JSON values of every type, for schemas that say nothing. */
export const anyJson: Arbitrary<Json> = fc.oneof(
  { arbitrary: scalar, weight: 6 },
  { arbitrary: fc.array(scalar, { maxLength: 3 }), weight: 1 },
  {
    arbitrary: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), scalar, { maxKeys: 3, noNullPrototype: true }),
    weight: 1,
  },
)

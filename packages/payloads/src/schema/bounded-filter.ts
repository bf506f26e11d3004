import fc, { type Arbitrary } from 'fast-check'

/** A filter that refuses so many values in a row would not end in any useful time. */
const mostRefused = 50_000

/** How many values tell whether a filter lets enough through, and how many of them it must. */
const probes = 400
const round = 10
const firstProbes = 40

/**
 * The values that a predicate accepts, or an undefined instead of an arbitrary when it lets hardly one in 400 through: an endless search is told before
 * it begins.
 */
export function boundedFilter<Value>(
  arbitrary: Arbitrary<Value>,
  accepts: (value: Value) => boolean,
): Arbitrary<Value> | undefined {
  if (!isEverAccepted(arbitrary, accepts)) return undefined
  let refused = 0
  return arbitrary.filter((value) => {
    if (accepts(value)) {
      refused = 0
      return true
    }
    refused += 1
    if (refused < mostRefused) return false
    refused = 0
    throw new Error(
      `${mostRefused} values in a row did not satisfy all keywords: say the same with limits instead of "not" or a second pattern.`,
    )
  })
}

/** In rounds, for most filters let the first values through. */
function isEverAccepted<Value>(arbitrary: Arbitrary<Value>, accepts: (value: Value) => boolean): boolean {
  for (let seed = 0; seed < probes / round; seed++) {
    if (fc.sample(arbitrary, { seed, numRuns: round }).some(accepts)) return true
  }
  return false
}

/** The share of values that a predicate accepts, from 0 to 1, measured with one fixed seed; it is taken for 1 where the first values are all accepted. */
export function acceptedShare<Value>(arbitrary: Arbitrary<Value>, accepts: (value: Value) => boolean): number {
  if (fc.sample(arbitrary, { seed: 1, numRuns: firstProbes }).every(accepts)) return 1
  return fc.sample(arbitrary, { seed: 1, numRuns: probes }).filter(accepts).length / probes
}

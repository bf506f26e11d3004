import type { DecimalLimits } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import { decimalRange, decimalText, defaultPlaces } from './decimal-range.ts'
import type { WholeRange } from './number-range.ts'

/** Plain decimal texts within the limits, exact: whole ones, with one digit and up to all the places; no zero at the end. Smaller ones come first. */
export function decimalArbitrary(limits: DecimalLimits): Arbitrary<string> | undefined {
  const most = limits.places ?? defaultPlaces
  const ways = [...new Set([0, 1, Math.min(2, most), most])]
    .filter((places) => places <= most)
    .flatMap((places) => {
      const range = decimalRange(limits, places)
      return range === undefined ? [] : [wholeArbitrary(range).map((units) => decimalText(units, places))]
    })
  return ways.length === 0 ? undefined : fc.oneof({ withCrossShrink: true }, ...ways)
}

/** Whole numbers of the range; numbers where they are exact, for they are made several times faster. */
export function wholeArbitrary({ least, most }: WholeRange): Arbitrary<bigint> {
  const isSafe = least >= Number.MIN_SAFE_INTEGER && most <= Number.MAX_SAFE_INTEGER
  return isSafe
    ? fc.integer({ min: Number(least), max: Number(most) }).map(BigInt)
    : fc.bigInt({ min: least, max: most })
}

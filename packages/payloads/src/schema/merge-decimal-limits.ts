import type { DecimalLimits } from '@assay/contract'
import Big from 'big.js'

/** Both limits as one: the larger minimums, the smaller maximums, the fewer places. */
export function mergeDecimalLimits(left: DecimalLimits, right: DecimalLimits): DecimalLimits {
  const places = pick(left.places, right.places, (a, b) => a < b)
  const minimum = pick(left.minimum, right.minimum, isLarger)
  const maximum = pick(left.maximum, right.maximum, isSmaller)
  const exclusiveMinimum = pick(left.exclusiveMinimum, right.exclusiveMinimum, isLarger)
  const exclusiveMaximum = pick(left.exclusiveMaximum, right.exclusiveMaximum, isSmaller)
  return {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(exclusiveMinimum !== undefined && { exclusiveMinimum }),
    ...(exclusiveMaximum !== undefined && { exclusiveMaximum }),
    ...(places !== undefined && { places }),
  }
}

function isLarger(a: string, b: string): boolean {
  return new Big(a).gt(b)
}

function isSmaller(a: string, b: string): boolean {
  return new Big(a).lt(b)
}

function pick<Limit>(
  left: Limit | undefined,
  right: Limit | undefined,
  isStricter: (a: Limit, b: Limit) => boolean,
): Limit | undefined {
  if (left === undefined) return right
  if (right === undefined) return left
  return isStricter(left, right) ? left : right
}

import Big from 'big.js'
import type { Constraints } from './constraints.ts'

/** Whole numbers from `least` to `most`, both included. */
export interface WholeRange {
  readonly least: bigint
  readonly most: bigint
}

/** JSON numbers have at most 15 significant digits here: so many survive a double. */
const largest = new Big('999999999999999')
const int32 = { least: new Big(-(2 ** 31)), most: new Big(2 ** 31 - 1) }

/** How far values go from a limit when there is no limit on the other side. */
const openSpan = 1_000_000_000

/** Which multiples of a step (as `multiple = n · step`) lie within the number limits, or undefined when none does. */
export function multiplesWithin(constraints: Constraints, step: Big): WholeRange | undefined {
  const { low, high } = numberLimits(constraints)
  const digits = digitsOf(step)
  const least = ceiling(
    low.div(step),
    constraints.exclusiveMinimum !== undefined && low.eq(constraints.exclusiveMinimum),
  )
  const most = floor(
    high.div(step),
    constraints.exclusiveMaximum !== undefined && high.eq(constraints.exclusiveMaximum),
  )
  // n · digits is the value without its decimal point: it must stay within the significant digits.
  const bound = BigInt(largest.div(digits).round(0, Big.roundDown).toFixed(0))
  const range = { least: least < -bound ? -bound : least, most: most > bound ? bound : most }
  return range.least <= range.most ? range : undefined
}

/** The smallest decimal of which both are multiples, exact. */
export function commonMultiple(left: Big, right: Big): Big {
  const places = Math.max(placesOf(left), placesOf(right))
  const a = scaled(left, places)
  const b = scaled(right, places)
  return new Big(((a / greatestCommonDivisor(a, b)) * b).toString()).div(new Big(10).pow(places))
}

/** How many digits a decimal has after its point. */
export function placesOf(value: Big): number {
  return (value.toFixed().split('.')[1] ?? '').length
}

/** The value times 10 to the power of places, as a whole number; digits beyond are cut off. */
export function scaled(value: Big, places: number): bigint {
  return BigInt(value.times(new Big(10).pow(places)).round(0, Big.roundDown).toFixed(0))
}

/** The smallest whole number not below the value; above it when `isExclusive`. */
export function ceiling(value: Big, isExclusive = false): bigint {
  const up = value.round(0, Big.roundDown)
  const whole = BigInt(up.toFixed(0)) + (up.lt(value) ? 1n : 0n)
  return isExclusive && up.eq(value) ? whole + 1n : whole
}

/** The largest whole number not above the value; below it when `isExclusive`. */
export function floor(value: Big, isExclusive = false): bigint {
  return -ceiling(value.times(-1), isExclusive)
}

function numberLimits(constraints: Constraints): { low: Big; high: Big } {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, formats } = constraints
  const lows = [minimum, exclusiveMinimum].filter((limit) => limit !== undefined).map((limit) => new Big(limit))
  const highs = [maximum, exclusiveMaximum].filter((limit) => limit !== undefined).map((limit) => new Big(limit))
  if (formats.includes('int32')) {
    lows.push(int32.least)
    highs.push(int32.most)
  }
  const low = lows.reduce<Big | undefined>((a, b) => (a?.gt(b) ? a : b), undefined)
  const high = highs.reduce<Big | undefined>((a, b) => (a?.lt(b) ? a : b), undefined)
  return {
    low: low ?? smaller(new Big(-openSpan), high?.minus(openSpan)),
    high: high ?? larger(new Big(openSpan), low?.plus(openSpan)),
  }
}

function smaller(a: Big, b: Big | undefined): Big {
  return b?.lt(a) ? b : a
}

function larger(a: Big, b: Big | undefined): Big {
  return b?.gt(a) ? b : a
}

/** The significant digits of a step as a whole number: 25 of 0.25. */
function digitsOf(step: Big): Big {
  return step.times(new Big(10).pow(placesOf(step)))
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}

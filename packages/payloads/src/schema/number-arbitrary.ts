import Big from 'big.js'
import fc, { type Arbitrary } from 'fast-check'
import { boundedFilter } from './bounded-filter.ts'
import type { Constraints } from './constraints.ts'
import { placesOf } from './number-range.ts'
import { type NumberStep, numberSteps } from './number-steps.ts'

/** Numbers within the constraints, of at most 15 significant digits and without an exponent when written; undefined when there are none. */
export function numberArbitrary(constraints: Constraints, isInteger: boolean): Arbitrary<number> | undefined {
  const ways = numberSteps(constraints, isInteger).map((step) => onGrid(step, constraints.multiplesOf))
  const possible = ways.filter((way) => way !== undefined)
  return possible.length === 0 ? undefined : fc.oneof({ withCrossShrink: true }, ...possible)
}

/** The number of a grid, exact: the decimal text is made first and read as a number last. */
export function numberOnGrid(index: bigint, step: Big): number {
  return Number(new Big(index.toString()).times(step).toFixed())
}

/** Whether a number can be sent: no exponent, and a multiple for those who divide in floating point as well. */
export function isPlainNumber(value: number, multiplesOf: readonly number[]): boolean {
  return !String(value).includes('e') && multiplesOf.every((multiple) => Number.isInteger(value / multiple))
}

function onGrid({ step, least, most }: NumberStep, multiplesOf: readonly number[]): Arbitrary<number> | undefined {
  const range = { min: Number(least), max: Number(most) }
  const places = placesOf(step)
  if (places === 0) {
    const size = Number(step.toFixed())
    const whole = fc.integer(range)
    return size === 1 ? whole : whole.map((index) => index * size)
  }
  const digits = Number(step.times(new Big(10).pow(places)).toFixed())
  const decimals = fc.integer(range).map((index) => Number(`${index * digits}e-${places}`))
  const isAlwaysPlain = places <= 6 && multiplesOf.length === 0
  return isAlwaysPlain ? decimals : boundedFilter(decimals, (value) => isPlainNumber(value, multiplesOf))
}

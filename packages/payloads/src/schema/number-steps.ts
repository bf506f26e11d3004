import Big from 'big.js'
import type { Constraints } from './constraints.ts'
import { commonMultiple, multiplesWithin, placesOf, type WholeRange } from './number-range.ts'

/** Numbers that are `n · step` for a whole `n` of the range. */
export interface NumberStep extends WholeRange {
  readonly step: Big
}

/** Decimals offered where nothing says how many: whole, cents, and as many as `String()` writes without an exponent. */
const openPlaces = [0, 2, 6]

/** The grids on which numbers within the constraints lie, the coarsest first; none when there is no such number. */
export function numberSteps(constraints: Constraints, isInteger: boolean): readonly NumberStep[] {
  return steps(constraints, isInteger).flatMap((step) => {
    const range = multiplesWithin(constraints, step)
    return range === undefined ? [] : [{ step, ...range }]
  })
}

function steps(constraints: Constraints, isInteger: boolean): readonly Big[] {
  const whole = isInteger || constraints.formats.some((format) => format === 'int32' || format === 'int64')
  const given = [...constraints.multiplesOf.map((multiple) => new Big(multiple)), ...(whole ? [new Big(1)] : [])]
  if (given.length > 0) return [given.reduce(commonMultiple)]
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = constraints
  const ofLimits = [minimum, maximum, exclusiveMinimum, exclusiveMaximum]
    .filter((limit) => limit !== undefined)
    .map((limit) => placesOf(new Big(limit)))
  // Between two exclusive limits the next finer grid always has a value.
  const most = Math.max(0, ...ofLimits)
  const places = new Set([...openPlaces, most, most + 1])
  return [...places].sort((a, b) => a - b).map((count) => new Big(10).pow(-count))
}

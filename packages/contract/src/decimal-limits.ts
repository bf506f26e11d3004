import Big from 'big.js'
import type { DecimalLimits } from './json-schema.ts'

/** Plain decimal notation: digits, at most one point, no exponent, no plus sign. */
const DECIMAL = /^-?\d+(?:\.(?<places>\d+))?$/

/**
 * Why text is not a plain decimal number within the limits, as the end of a sentence that begins with the text; undefined where it is.
 * Compared exactly, never through a double. Digits after the point are counted as written.
 */
export function decimalFault(text: string, limits: DecimalLimits): string | undefined {
  const match = DECIMAL.exec(text)
  if (match === null) return 'is not a plain decimal number'
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, places } = limits
  const written = match.groups?.places?.length ?? 0
  if (places !== undefined && written > places)
    return `has ${written} digits after the point, at most ${places} are allowed`
  const value = new Big(text)
  if (minimum !== undefined && value.lt(minimum)) return `is less than ${minimum}`
  if (maximum !== undefined && value.gt(maximum)) return `is more than ${maximum}`
  if (exclusiveMinimum !== undefined && value.lte(exclusiveMinimum)) return `is not more than ${exclusiveMinimum}`
  if (exclusiveMaximum !== undefined && value.gte(exclusiveMaximum)) return `is not less than ${exclusiveMaximum}`
  return undefined
}

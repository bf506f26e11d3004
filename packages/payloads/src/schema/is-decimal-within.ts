import type { DecimalLimits } from '@assay/contract'
import Big from 'big.js'

const plainDecimal = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/

/** Whether a text is a plain decimal (no exponent, no leading zero, no plus) within the limits, compared exactly. */
export function isDecimalWithin(text: string, limits: DecimalLimits): boolean {
  const match = plainDecimal.exec(text)
  if (match === null) return false
  const value = new Big(text)
  return (
    (limits.places === undefined || (match[1] ?? '').length <= limits.places) &&
    (limits.minimum === undefined || value.gte(limits.minimum)) &&
    (limits.maximum === undefined || value.lte(limits.maximum)) &&
    (limits.exclusiveMinimum === undefined || value.gt(limits.exclusiveMinimum)) &&
    (limits.exclusiveMaximum === undefined || value.lt(limits.exclusiveMaximum))
  )
}

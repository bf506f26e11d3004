import type { DecimalLimits } from '@assay/contract'
import Big from 'big.js'
import { ceiling, floor, type WholeRange } from './number-range.ts'

/** Digits after the point where nothing limits them: what every gateway's cryptocurrencies have. */
export const defaultPlaces = 8

/** How far values go beyond the given limit where the other is missing. */
const openSpan = 1_000_000

/** The decimals within the limits, as whole numbers of 10 to the power of −places; undefined when there is none. */
export function decimalRange(
  limits: DecimalLimits,
  places: number = limits.places ?? defaultPlaces,
): WholeRange | undefined {
  const unit = new Big(10).pow(places)
  const low = strictest([limits.minimum, limits.exclusiveMinimum], (a, b) => a.gt(b))
  const high = strictest([limits.maximum, limits.exclusiveMaximum], (a, b) => a.lt(b))
  // Without a minimum no sign is made, unless the maximum leaves nothing else.
  const from = low ?? (high?.lt(0) ? high.minus(openSpan) : new Big(0))
  const to = high ?? from.plus(openSpan)
  const least = ceiling(from.times(unit), limits.exclusiveMinimum !== undefined && from.eq(limits.exclusiveMinimum))
  const most = floor(to.times(unit), limits.exclusiveMaximum !== undefined && to.eq(limits.exclusiveMaximum))
  return least <= most ? { least, most } : undefined
}

/** A whole number of 10 to the power of −places as plain decimal text, without zeros at its end. */
export function decimalText(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

function strictest(limits: readonly (string | undefined)[], isStricter: (a: Big, b: Big) => boolean): Big | undefined {
  const given = limits.filter((limit) => limit !== undefined).map((limit) => new Big(limit))
  return given.reduce<Big | undefined>((a, b) => (a !== undefined && isStricter(a, b) ? a : b), undefined)
}

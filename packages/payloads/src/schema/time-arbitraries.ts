import fc, { type Arbitrary } from 'fast-check'
import { boundedFilter } from './bounded-filter.ts'
import type { SizedText } from './sized-text.ts'

/** Instants from 2000-01-01 to 2099-12-31, in seconds. */
const firstSecond = 946_684_800
const lastSecond = 4_102_444_799

const instant: Arbitrary<Date> = fc
  .integer({ min: firstSecond, max: lastSecond })
  .map((seconds) => new Date(seconds * 1000))

/** RFC 3339 §5.6 `full-date`. */
export const dateArbitrary: SizedText = fixed(10, () => instant.map((date) => date.toISOString().slice(0, 10)))

/** RFC 3339 §5.6 `full-time`. */
export const timeArbitrary: SizedText = zoned(9, (date) => date.slice(11, 19))

/** RFC 3339 §5.6 `date-time`: mostly UTC in whole seconds, some with milliseconds or an offset. */
export const dateTimeArbitrary: SizedText = zoned(20, (date) => date.slice(0, 19))

/** RFC 3339 appendix A: days, hours and minutes. */
export const durationArbitrary: SizedText = (minLength, maxLength) => {
  if (minLength > 8 || maxLength < 3) return undefined
  const days = fc.integer({ min: 1, max: 9 }).map((count) => `P${count}D`)
  const time = fc.tuple(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 1, max: 59 }))
  const all = fc.oneof(
    days,
    time.map(([hours]) => `PT${hours}H`),
    time.map(([hours, minutes]) => `PT${hours}H${minutes}M`),
  )
  return boundedFilter(all, (text) => text.length >= minLength && text.length <= maxLength)
}

function zoned(shortest: number, cut: (date: string) => string): SizedText {
  const endings = ['Z', '.250Z', '+02:00', '-05:30', '.125+01:00']
  return (minLength, maxLength) => {
    const fitting = endings.filter((ending) => {
      const length = shortest - 1 + ending.length
      return length >= minLength && length <= maxLength
    })
    if (fitting.length === 0) return undefined
    const ending =
      fitting[0] === 'Z'
        ? fc.oneof({ arbitrary: fc.constant('Z'), weight: 3 }, fc.constantFrom(...fitting))
        : fc.constantFrom(...fitting)
    return fc.tuple(instant, ending).map(([date, zone]) => cut(date.toISOString()) + zone)
  }
}

function fixed(length: number, make: () => Arbitrary<string>): SizedText {
  return (minLength, maxLength) => (minLength <= length && length <= maxLength ? make() : undefined)
}

import { isJsonNumber, type Json } from '@assay/contract'
import { sentAt } from './sent-at.ts'

/** A field of the request that tells a lifetime. */
export interface LifetimeField {
  readonly at: string
  readonly unit: 'seconds' | 'minutes'
}

/** Seconds in a unit. */
export function secondsIn(unit: LifetimeField['unit']): number {
  return unit === 'minutes' ? 60 : 1
}

/** The lifetime that a request asks for, in seconds from `now` (Unix time in milliseconds); undefined where it asks for none. */
export function lifetimeOf(
  body: Json | undefined,
  fields: { readonly duration?: LifetimeField | undefined; readonly instant?: LifetimeField | undefined },
  now: number,
): number | undefined {
  const { duration, instant } = fields
  const length = duration === undefined ? undefined : wholeNumber(sentAt(body, duration.at))
  if (duration !== undefined && length !== undefined) return length * secondsIn(duration.unit)
  const end = instant === undefined ? undefined : wholeNumber(sentAt(body, instant.at))
  return instant !== undefined && end !== undefined ? end * secondsIn(instant.unit) - now / 1000 : undefined
}

/** A whole number, however large; fractions are the fault of `type`. */
function wholeNumber(value: Json | undefined): number | undefined {
  if (!isJsonNumber(value)) return undefined
  const number = Number(value)
  return Number.isInteger(number) ? number : undefined
}

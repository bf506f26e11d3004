import { isJsonNumber, type Json, JsonNumber } from '@assay/contract'
import Big from 'big.js'

const PLAIN = /^-?\d+(?:\.\d+)?$/
/** Big.js expands exponents into digits, so an exponent of a million is refused before it costs memory. */
const LARGEST_EXPONENT = 400

/** The text read last: the rules about an amount read it one after the other. A Big never changes. */
let latest: { readonly text: string; readonly decimal: Big | undefined } = { text: '0', decimal: new Big(0) }

/** The exact value of a JSON number or of a string in plain decimal notation; undefined for anything else. */
export function decimalOf(value: Json | undefined): Big | undefined {
  if (typeof value === 'string') {
    if (value !== latest.text) latest = { text: value, decimal: PLAIN.test(value) ? new Big(value) : undefined }
    return latest.decimal
  }
  if (!isJsonNumber(value)) return undefined
  const decimal = new Big(String(value))
  return Math.abs(decimal.e) > LARGEST_EXPONENT ? undefined : decimal
}

/** Digits after the decimal point, trailing zeros not counted. */
export function placesOf(decimal: Big): number {
  return Math.max(0, decimal.c.length - decimal.e - 1)
}

/** A decimal in the JSON type of another value: string for string, else number, kept as text where a double would round it. */
export function decimalLike(sample: Json | undefined, decimal: string): Json {
  if (!isJsonNumber(sample)) return decimal
  return decimal.replace(/\D/g, '').replace(/^0+/, '').length > 15 ? new JsonNumber(decimal) : Number(decimal)
}

import { isJsonNumber, isJsonObject, type Json } from '@assay/contract'
import Big from 'big.js'
import { decimalLike, decimalOf } from './decimal-of.ts'

/** A value of the same JSON type that is another: a digit more, a character more, a member changed. */
export function otherThan(value: Json): Json {
  if (typeof value === 'string') return decimalOf(value) === undefined ? `${value}x` : more(value)
  if (isJsonNumber(value)) return more(value)
  if (typeof value === 'boolean') return !value
  if (value === null) return 'x'
  if (!isJsonObject(value)) return [...value, 'x']
  const [first] = Object.entries(value)
  return first === undefined ? { x: 'x' } : { ...value, [first[0]]: otherThan(first[1]) }
}

function more(value: Json): Json {
  const decimal = decimalOf(value)
  return decimal === undefined ? 0 : decimalLike(value, decimal.plus(new Big(1)).toFixed())
}

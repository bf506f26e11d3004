import { isJsonNumber, type Json, type JsonTypeName } from '@assay/contract'
import { decimalOf } from './decimal-of.ts'

/** The JSON type of a value; a number without a fraction is an integer, however it is spelt. */
export function jsonTypeOf(value: Json): JsonTypeName {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (isJsonNumber(value)) return isInteger(value) ? 'integer' : 'number'
  return typeof value === 'boolean' ? 'boolean' : typeof value === 'string' ? 'string' : 'object'
}

/** Whether a value is of one of the types; an integer is a number too. */
export function isOfType(value: Json, types: readonly JsonTypeName[]): boolean {
  const type = jsonTypeOf(value)
  return types.includes(type) || (type === 'integer' && types.includes('number'))
}

function isInteger(value: Json): boolean {
  if (typeof value === 'number') return Number.isInteger(value)
  const decimal = decimalOf(value)
  return decimal?.round(0, 0).eq(decimal) ?? false
}

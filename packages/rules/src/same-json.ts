import { isJsonNumber, isJsonObject, type Json } from '@assay/contract'
import { decimalOf } from './decimal-of.ts'

/** Whether two JSON values are equal: members in any order, numbers by their exact value (JSON Schema 2020-12, Core 4.2.2). */
export function sameJson(left: Json, right: Json): boolean {
  if (left === right) return true
  if (isJsonNumber(left) && isJsonNumber(right)) {
    const exact = decimalOf(right)
    return exact !== undefined && decimalOf(left)?.eq(exact) === true
  }
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) && left.length === right.length && left.every((item, index) => sameJson(item, right[index]))
    )
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && sameJson(left[name] ?? null, right[name] ?? null))
  )
}

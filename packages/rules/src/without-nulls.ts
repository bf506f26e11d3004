import { isJsonObject, type Json } from '@assay/contract'

/** The same value without the members that are null: null means absent. Items stay. */
export function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.some(isJsonObject) ? value.map(withoutNulls) : value
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value)
  if (!entries.some(([, member]) => member === null || typeof member === 'object')) return value
  return Object.fromEntries(
    entries.filter(([, member]) => member !== null).map(([name, member]) => [name, withoutNulls(member)]),
  )
}

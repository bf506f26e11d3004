import { isJsonObject, type Json, type JsonObject } from '@assay/contract'

/** The same value without the members that are null: null means absent. Items stay. What has no such member is given as it is. */
export function withoutNulls(value: Json): Json {
  if (!hasNullMember(value)) return value
  if (Array.isArray(value)) return value.map(withoutNulls)
  return Object.fromEntries(
    Object.entries(value as JsonObject)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, withoutNulls(member)]),
  )
}

function hasNullMember(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(hasNullMember)
  if (!isJsonObject(value)) return false
  for (const name of Object.keys(value)) {
    const member = value[name]
    if (member === null || (typeof member === 'object' && hasNullMember(member))) return true
  }
  return false
}

import { type Json, JsonNumber } from './json.ts'
import { mapMembers } from './map-members.ts'

/** The same value for libraries that know no {@link JsonNumber}: such numbers become the nearest double. Without any it is the value itself. */
export function plainValue(value: Json): unknown {
  return holdsExactNumber(value) ? plainCopy(value) : value
}

/** A copy for libraries that know no {@link JsonNumber}, or that change what they are given. Shared parts stay shared. */
export function plainCopy(value: Json, copies: Map<object, unknown> = new Map()): unknown {
  if (value instanceof JsonNumber) return value.valueOf()
  if (typeof value !== 'object' || value === null) return value
  const known = copies.get(value)
  if (known !== undefined) return known
  const copy: unknown = Array.isArray(value)
    ? value.map((item: Json) => plainCopy(item, copies))
    : mapMembers(value as { readonly [name: string]: Json }, (member) => plainCopy(member, copies))
  copies.set(value, copy)
  return copy
}

function holdsExactNumber(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof JsonNumber) return true
  if (Array.isArray(value)) return value.some(holdsExactNumber)
  for (const member of Object.values(value)) if (holdsExactNumber(member)) return true
  return false
}

import { createHash } from 'node:crypto'
import { isJsonObject, type Json } from './json.ts'
import { stringifyJson } from './json-text.ts'

/** JSON without white space and with the members of every object in the order of their names (UTF-16): one text for equal values. */
export function canonicalJson(value: Json): string {
  return stringifyJson(sorted(value))
}

/** SHA-256 of the canonical JSON, in hex. */
export function canonicalHash(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isJsonObject(value)) return value
  const names = Object.keys(value).sort()
  return Object.fromEntries(names.map((name) => [name, sorted(value[name] as Json)]))
}

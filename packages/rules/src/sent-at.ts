import { type Json, JsonNumber, type JsonObject, parsePointer } from '@assay/contract'

const tokensOf = new Map<string, readonly string[]>()

/** The value at a JSON Pointer of a body, or undefined where there is none or null: null means absent. */
export function sentAt(body: Json | undefined, pointer: string): Json | undefined {
  let tokens = tokensOf.get(pointer)
  if (tokens === undefined) {
    tokens = parsePointer(pointer)
    tokensOf.set(pointer, tokens)
  }
  let current = body
  for (const token of tokens) {
    if (current === undefined) return undefined
    current = sentBelow(current, token)
  }
  return current ?? undefined
}

/** The value one step down: of a member by its name, of an item by its index; undefined where there is none or null. */
export function sentBelow(value: Json, token: string): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return value[Number(token)] ?? undefined
  if (!Object.hasOwn(value, token) || value instanceof JsonNumber) return undefined
  return (value as JsonObject)[token] ?? undefined
}

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
    if (typeof current !== 'object' || current === null) return undefined
    if (Array.isArray(current)) current = current[Number(token)]
    else if (Object.hasOwn(current, token) && !(current instanceof JsonNumber)) current = (current as JsonObject)[token]
    else return undefined
  }
  return current ?? undefined
}

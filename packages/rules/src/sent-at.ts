import { isJsonObject, type Json, parsePointer } from '@assay/contract'

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
    if (isJsonObject(current) && Object.hasOwn(current, token)) current = current[token]
    else if (Array.isArray(current)) current = current[Number(token)]
    else return undefined
  }
  return current ?? undefined
}

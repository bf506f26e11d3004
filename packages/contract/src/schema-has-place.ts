import { isJsonObject, type Json } from './json.ts'
import { parsePointer } from './json-pointer.ts'
import type { JsonSchema } from './json-schema.ts'

/** Whether a schema, or an alternative in it, has a word on the value at a JSON Pointer into a body. */
export function schemaHasPlace(schema: JsonSchema, pointer: string): boolean {
  return hasPlace(schema as Json, parsePointer(pointer))
}

function hasPlace(schema: Json | undefined, tokens: readonly string[]): boolean {
  const [token, ...rest] = tokens
  if (token === undefined) return schema !== undefined && schema !== false
  if (!isJsonObject(schema)) return false
  const { properties, patternProperties, additionalProperties, items, prefixItems } = schema
  if (isJsonObject(properties) && Object.hasOwn(properties, token) && hasPlace(properties[token], rest)) return true
  if (isJsonObject(patternProperties)) {
    for (const [pattern, member] of Object.entries(patternProperties)) {
      if (new RegExp(pattern).test(token) && hasPlace(member, rest)) return true
    }
  }
  const isDeclared = isJsonObject(properties) && Object.hasOwn(properties, token)
  if (!isDeclared && isJsonObject(additionalProperties) && hasPlace(additionalProperties, rest)) return true
  if (/^(?:0|[1-9]\d*)$/.test(token)) {
    const item = Array.isArray(prefixItems) ? prefixItems[Number(token)] : undefined
    if (hasPlace(item ?? items, rest)) return true
  }
  const alternatives = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []))
  return [...alternatives, schema.if, schema.then, schema.else].some(
    (part: Json | undefined) => part !== undefined && isJsonObject(part) && hasPlace(part, tokens),
  )
}

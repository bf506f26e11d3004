import { type JsonSchema, parsePointer } from '@assay/contract'
import { alternativesOf } from './schema/alternatives-of.ts'
import { mergeSchemas } from './schema/merge-schemas.ts'

/**
 * What a schema asks of the value at a pointer whatever the values around it are; where only some alternatives declare the place, what the first of them
 * asks. Undefined where none declares it.
 */
export function schemaAt(schema: JsonSchema, pointer: string): JsonSchema | undefined {
  const tokens = parsePointer(pointer)
  return everywhere(schema, tokens) ?? somewhere(schema, tokens)
}

function everywhere(schema: JsonSchema, [token, ...rest]: readonly string[]): JsonSchema | undefined {
  if (token === undefined) return schema
  if (typeof schema === 'boolean') return undefined
  const own = schema.properties?.[token]
  const parts = [
    ...(own === undefined ? [] : [everywhere(own, rest)]),
    ...(schema.allOf ?? []).map((part) => everywhere(part, [token, ...rest])),
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.reduce((one, other) => mergeSchemas(one, other) ?? one)
}

function somewhere(schema: JsonSchema, [token, ...rest]: readonly string[]): JsonSchema | undefined {
  if (token === undefined) return schema
  for (const { properties } of alternativesOf(schema)) {
    const member = properties?.[token]
    const found = member === undefined || member === false ? undefined : somewhere(member, rest)
    if (found !== undefined) return found
  }
  return undefined
}

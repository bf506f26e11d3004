import { type JsonSchema, parsePointer } from '@assay/contract'
import { isPossible } from './alternative-constraints.ts'
import { conjunctionOf } from './conjunction-of.ts'
import type { SchemaOptions } from './schema-options.ts'

/**
 * The schema with the members of the options forbidden or required. A pointer whose member the schema requires (or forbids) anyway is left alone.
 */
export function withMemberOptions(schema: JsonSchema, { absent, always }: SchemaOptions): JsonSchema {
  let result = schema
  for (const pointer of absent ?? [])
    result = whereAllowed(result, pointer, (name) => ({ properties: { [name]: false } }))
  for (const pointer of always ?? [])
    result = whereAllowed(result, pointer, (name) => ({ type: 'object', required: [name] }))
  return result
}

function whereAllowed(schema: JsonSchema, pointer: string, keywords: (name: string) => JsonSchema): JsonSchema {
  const tokens = parsePointer(pointer)
  const name = tokens.pop()
  if (name === undefined) return schema
  const asked = tokens.reduceRight<JsonSchema>((member, token) => ({ properties: { [token]: member } }), keywords(name))
  // Asked with the object around it in place: otherwise leaving that object out would be a way to obey.
  const around = tokens.reduceRight<JsonSchema>(
    (member, token) => ({ type: 'object', required: [token], properties: { [token]: member } }),
    true,
  )
  const isAllowed = isPossible(conjunctionOf([schema, asked, around])) || !isPossible(conjunctionOf([schema, around]))
  return isAllowed ? conjunctionOf([schema, asked]) : schema
}

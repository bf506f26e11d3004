import { isJsonObject, type Json } from './json.ts'
import type { JsonSchema } from './json-schema.ts'

/** Keywords of JSON Schema 2020-12 whose value is a schema. */
export const SCHEMA_KEYWORDS: ReadonlySet<string> = new Set([
  'items',
  'additionalProperties',
  'propertyNames',
  'contains',
  'not',
  'if',
  'then',
  'else',
  'unevaluatedItems',
  'unevaluatedProperties',
])
/** Keywords whose value is a list of schemas. */
export const SCHEMA_LIST_KEYWORDS: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
/** Keywords whose value is schemas by name. */
export const SCHEMA_MAP_KEYWORDS: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas'])

/** A schema and every schema in it. */
export function* schemasWithin(schema: Json | JsonSchema): Generator<{ readonly [keyword: string]: Json }> {
  if (!isJsonObject(schema)) return
  yield schema
  for (const [keyword, value] of Object.entries(schema)) {
    if (SCHEMA_KEYWORDS.has(keyword)) yield* schemasWithin(value)
    else if (SCHEMA_LIST_KEYWORDS.has(keyword) && Array.isArray(value))
      for (const item of value) yield* schemasWithin(item)
    else if (SCHEMA_MAP_KEYWORDS.has(keyword) && isJsonObject(value))
      for (const member of Object.values(value)) yield* schemasWithin(member)
  }
}

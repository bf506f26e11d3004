import { bareAlternatives, forbiddenMembers } from './exclusive-alternatives.ts'
import { isJsonNumber, isJsonObject, type Json, type JsonObject } from './json.ts'
import type { JsonSchema } from './json-schema.ts'
import { mapMembers } from './map-members.ts'
import type { Dialect } from './openapi-version.ts'
import type { Origins } from './origins.ts'
import { SCHEMA_KEYWORDS, SCHEMA_LIST_KEYWORDS, SCHEMA_MAP_KEYWORDS } from './subschemas.ts'

/** Keywords whose value is a number. */
export const NUMBER_KEYWORDS: ReadonlySet<string> = new Set([
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
])
const KEPT = new Set([
  'type',
  'enum',
  'const',
  'format',
  'pattern',
  'required',
  'dependentRequired',
  'uniqueItems',
  'title',
  'description',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'examples',
  'x-decimal',
  'x-https-url',
])

/**
 * A Schema Object of OpenAPI 3.0 or 3.1, its references followed, as JSON Schema 2020-12: the same values are valid. Keywords that say nothing
 * about a value are left out, `example` joins `examples`, numbers of keywords become doubles. From 3.0: `nullable` (which counts beside
 * `type` only) and boolean `exclusiveMinimum` and `exclusiveMaximum`. Alternatives that differ in required members only say which
 * members they forbid, so that types can be made of them.
 * @param origins Where given, the new schema gets the origins of the old one.
 */
export function normaliseSchema(schema: Json, dialect: Dialect, origins?: Origins): JsonSchema {
  return normalise(schema, dialect, origins) as JsonSchema
}

function normalise(schema: Json, dialect: Dialect, origins: Origins | undefined): Json {
  if (!isJsonObject(schema)) return schema
  const below = (value: Json): Json => normalise(value, dialect, origins)
  const result: Record<string, Json> = {}
  for (const [keyword, value] of Object.entries(schema)) {
    if (SCHEMA_KEYWORDS.has(keyword)) result[keyword] = below(value)
    else if (SCHEMA_LIST_KEYWORDS.has(keyword))
      result[keyword] = carried(value, Array.isArray(value) ? value.map(below) : value, origins)
    else if (SCHEMA_MAP_KEYWORDS.has(keyword))
      result[keyword] = carried(value, isJsonObject(value) ? mapMembers(value, below) : value, origins)
    else if (NUMBER_KEYWORDS.has(keyword)) result[keyword] = isJsonNumber(value) ? Number(value) : value
    else if (KEPT.has(keyword)) result[keyword] = value
  }
  if (Object.hasOwn(schema, 'example')) {
    result.examples = [...(Array.isArray(schema.examples) ? schema.examples : []), schema.example as Json]
  }
  if (dialect === '3.0') fromDialect30(schema, result)
  sayWhatIsForbidden(result, origins)
  origins?.derive(schema, result)
  return result
}

function fromDialect30(schema: JsonObject, result: Record<string, Json>): void {
  if (schema.nullable === true && typeof schema.type === 'string') result.type = [schema.type, 'null']
  for (const [exclusive, inclusive] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof result[exclusive] !== 'boolean') continue
    const limit = result[inclusive]
    if (result[exclusive] && limit !== undefined) {
      result[exclusive] = limit
      delete result[inclusive]
    } else {
      delete result[exclusive]
    }
  }
}

/** Says in `properties` what `oneOf` of bare `required` lists and `not: { required }` forbid. */
function sayWhatIsForbidden(schema: Record<string, Json>, origins: Origins | undefined): void {
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const branches = schema[keyword]
    if (!Array.isArray(branches)) continue
    const others = keyword === 'oneOf' ? bareAlternatives(branches) : undefined
    const isObject = schema.type === 'object'
    const said = branches.map((branch: Json, index) => {
      if (!isJsonObject(branch)) return branch
      const members = others?.[index] ?? (isObject || branch.type === 'object' ? forbiddenMembers(branch) : [])
      if (members.length === 0) return branch
      const { not: _, ...rest } = branch
      const properties = {
        ...(isJsonObject(branch.properties) ? branch.properties : {}),
        ...Object.fromEntries(members.map((name) => [name, false])),
      }
      return carried(branch, { ...(others === undefined ? rest : branch), properties }, origins)
    })
    schema[keyword] = carried(branches, said, origins)
  }
}

function carried(from: Json, to: Json, origins: Origins | undefined): Json {
  if (typeof from === 'object' && from !== null && typeof to === 'object' && to !== null) origins?.derive(from, to)
  return to
}

import { isJsonObject, type Json } from './json.ts'
import { mapMembers } from './map-members.ts'
import { SCHEMA_KEYWORDS, SCHEMA_LIST_KEYWORDS, SCHEMA_MAP_KEYWORDS } from './subschemas.ts'

const ANNOTATIONS = new Set(['title', 'description', 'examples', 'default', 'deprecated', 'readOnly', 'writeOnly'])

/** The same schema without the keywords that validate nothing (JSON Schema 2020-12, Validation 9). */
export function withoutAnnotations(schema: Json): Json {
  if (!isJsonObject(schema)) return schema
  const members = Object.entries(schema).filter(([keyword]) => !ANNOTATIONS.has(keyword))
  return Object.fromEntries(members.map(([keyword, value]) => [keyword, below(keyword, value)]))
}

function below(keyword: string, value: Json): Json {
  if (SCHEMA_KEYWORDS.has(keyword)) return withoutAnnotations(value)
  if (SCHEMA_LIST_KEYWORDS.has(keyword) && Array.isArray(value)) return value.map(withoutAnnotations)
  if (!SCHEMA_MAP_KEYWORDS.has(keyword) || !isJsonObject(value)) return value
  return mapMembers(value, withoutAnnotations)
}

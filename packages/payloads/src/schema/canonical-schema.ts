import type { Json, JsonSchemaObject } from '@assay/contract'
import { canonicalJson } from './canonical-json.ts'

/** One text for a schema, whatever the order of its members. */
export function canonicalSchema(schema: JsonSchemaObject): string {
  return canonicalJson(schema as unknown as Json)
}

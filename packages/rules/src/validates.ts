import { type Json, type JsonSchema, schemaValidator } from '@assay/contract'

/** Whether a value is valid under a schema. */
export function validates(schema: JsonSchema, value: Json): boolean {
  return schemaValidator(schema)(value).length === 0
}

import { type JsonSchema, type JsonSchemaObject, parsePointer } from '@assay/contract'
import { mergeSchemas } from './merge-schemas.ts'

/** The schema of a body with more asked of the value at a pointer, where there is one. */
export function narrowAt(schema: JsonSchema, pointer: string, asked: JsonSchema): JsonSchema {
  return mergeSchemas(schema, below(pointer, asked, false))
}

/** A schema that asks something of the value at a pointer; with `present` it asks for the value itself too, and for its parents. */
export function below(pointer: string, asked: JsonSchema, present: boolean): JsonSchema {
  return parsePointer(pointer).reduceRight<JsonSchema>(
    (schema, token): JsonSchemaObject => ({
      ...(present ? { type: 'object', required: [token] } : {}),
      properties: { [token]: schema },
    }),
    asked,
  )
}

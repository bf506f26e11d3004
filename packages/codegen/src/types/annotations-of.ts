import type { Json, JsonSchemaObject } from '@assay/contract'
import type { TypeSchemaObject } from './type-schema.ts'

/** What people read of a schema, as far as it stands in a comment of its type. */
export function annotationsOf(schema: JsonSchemaObject): TypeSchemaObject {
  const { description, format, deprecated } = schema
  const examples = (schema.examples ?? []).filter(isScalar).filter((example) => example !== null)
  return {
    ...(description === undefined ? {} : { description }),
    ...(format === undefined ? {} : { format }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(isScalar(schema.default) && schema.default !== null ? { default: schema.default } : {}),
    ...(examples.length > 0 ? { examples } : {}),
  }
}

/** Whether a JSON value is neither an object, an array nor a number kept as text. */
export function isScalar(value: Json | undefined): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

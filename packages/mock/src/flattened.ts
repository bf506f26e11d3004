import type { JsonSchema, JsonSchemaObject } from '@assay/contract'

/** The schema with its `allOf` parts and its first alternative folded in, as far as a body is built from it. */
export function flattened(schema: JsonSchema): JsonSchemaObject {
  if (typeof schema === 'boolean') return {}
  if (schema.allOf === undefined && schema.oneOf === undefined && schema.anyOf === undefined) return schema
  const known = flat.get(schema)
  if (known !== undefined) return known
  const alternative = (schema.oneOf ?? schema.anyOf)?.find((part) => part !== false)
  const parts = [...(schema.allOf ?? []), ...(alternative === undefined ? [] : [alternative])].map(flattened)
  const made = parts.reduce(merged, schema)
  flat.set(schema, made)
  return made
}

const flat = new WeakMap<JsonSchemaObject, JsonSchemaObject>()

function merged(left: JsonSchemaObject, right: JsonSchemaObject): JsonSchemaObject {
  const result = { ...right, ...left }
  const required = [...(left.required ?? []), ...(right.required ?? [])]
  const properties = { ...right.properties, ...left.properties }
  return {
    ...result,
    ...(required.length > 0 ? { required } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  }
}

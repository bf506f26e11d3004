import { type JsonSchema, type JsonSchemaObject, parsePointer } from '@assay/contract'

/** The schema that `properties` give the value at a JSON Pointer of a body; undefined where none is declared. */
export function schemaWithin(schema: JsonSchema | undefined, pointer: string): JsonSchema | undefined {
  let current = schema
  for (const token of parsePointer(pointer)) {
    if (typeof current !== 'object') return undefined
    const properties: JsonSchemaObject['properties'] = current.properties
    current = properties !== undefined && Object.hasOwn(properties, token) ? properties[token] : undefined
  }
  return current
}

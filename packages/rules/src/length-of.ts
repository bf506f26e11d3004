import type { JsonSchemaObject } from '@assay/contract'

/** The length of a string in Unicode code points, as JSON Schema counts. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** The schema without the lists of values that fix the length. */
export function freeLength({ enum: _list, const: _only, ...schema }: JsonSchemaObject): JsonSchemaObject {
  return schema
}

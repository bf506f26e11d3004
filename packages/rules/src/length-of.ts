import type { JsonSchemaObject } from '@assay/contract'

/** The length of a string in Unicode code points, as JSON Schema counts. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** Whether a string has at least so many code points: only where it may hinge on pairs of surrogates are they counted. */
export function hasLength(text: string, least: number): boolean {
  return text.length >= 2 * least || (text.length >= least && lengthOf(text) >= least)
}

/** The schema without the lists of values that fix the length. */
export function freeLength({ enum: _list, const: _only, ...schema }: JsonSchemaObject): JsonSchemaObject {
  return schema
}

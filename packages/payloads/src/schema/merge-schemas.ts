import type { JsonSchema } from '@assay/contract'
import { alternativesOf } from './alternatives-of.ts'

/**
 * One schema for what both accept: the larger minimums, the smaller maximums, the common values; nested schemas are merged when they are
 * asked in turn. Undefined when nothing can satisfy both.
 * @throws UnsupportedSchemaError for an unknown keyword, or when there are more alternatives than can be told apart.
 */
export function mergeSchemas(left: JsonSchema, right: JsonSchema): JsonSchema | undefined {
  const alternatives = alternativesOf({ allOf: [left, right] })
  return alternatives.length > 1 ? { anyOf: alternatives } : alternatives[0]
}

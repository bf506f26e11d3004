import type { Json, JsonSchema } from '@assay/contract'
import type { Arbitrary } from 'fast-check'
import { builderOf } from './builder-of.ts'
import { checkSupported } from './check-supported.ts'
import type { SchemaOptions } from './schema-options.ts'
import { shrinkingByValue } from './shrinking-by-value.ts'
import { withMemberOptions } from './with-member-options.ts'

/**
 * Values that the schema accepts, shrinking towards small ones: simpler branches, fewer members, shorter texts. The same seed gives the same values.
 * Numbers have at most 15 significant digits and no exponent.
 * @throws UnsupportedSchemaError with JSON Pointer and keyword, for what no values can be made for.
 * @throws UnsatisfiableSchemaError when nothing satisfies the schema.
 */
export function arbitraryOf(schema: JsonSchema, options: SchemaOptions = {}): Arbitrary<Json> {
  checkSupported(schema)
  const asked = withMemberOptions(schema, options)
  const builder = builderOf(options)
  return shrinkingByValue(builder.arbitraryOf(asked, ''), asked, builder)
}

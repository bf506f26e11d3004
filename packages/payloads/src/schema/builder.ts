import type { Json, JsonSchema } from '@assay/contract'
import type { Arbitrary } from 'fast-check'
import type { SchemaOptions } from './schema-options.ts'

/** What makes the arbitraries of nested schemas while one of a whole schema is built; the same schema gives the same arbitrary. */
export interface Builder {
  readonly options: SchemaOptions
  /** @throws UnsupportedSchemaError with the instance pointer, when nothing can be made for the schema there. */
  arbitraryOf(schema: JsonSchema, pointer: string): Arbitrary<Json>
}

/** One member or item whose values are given, while the rest of the instance is made as usual. */
export interface Forced {
  readonly at: string | number
  readonly values: Arbitrary<Json>
}

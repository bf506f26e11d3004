import type { JsonSchemaObject } from '@assay/contract'

/** The parameters of a rule derived from a keyword that holds schemas: the keyword alone, as a schema. */
export interface CompositeParameters {
  readonly schema: JsonSchemaObject
}

import type { Json } from '@assay/contract'

/**
 * A schema of the kind that has a TypeScript type of its own: plain objects, their intersections (`allOf`) and unions (`oneOf`),
 * members that are forbidden (`false`), and what people read. Nothing in it is a reference.
 */
export type TypeSchema = boolean | TypeSchemaObject

/** The part of {@link TypeSchema} that is no boolean. */
export interface TypeSchemaObject {
  readonly type?: string
  readonly enum?: readonly (string | number | boolean | null)[]
  readonly const?: Json
  readonly format?: string
  readonly description?: string
  readonly default?: string | number | boolean
  readonly deprecated?: boolean
  readonly examples?: readonly (string | number | boolean)[]
  readonly properties?: { readonly [name: string]: TypeSchema }
  readonly required?: readonly string[]
  readonly additionalProperties?: TypeSchema
  readonly items?: TypeSchema
  readonly prefixItems?: readonly TypeSchema[]
  readonly allOf?: readonly TypeSchema[]
  readonly oneOf?: readonly TypeSchema[]
}

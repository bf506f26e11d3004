import type { DecimalLimits, Json, JsonSchema, JsonTypeName } from '@assay/contract'

/** What one `properties`, `patternProperties` and `additionalProperties` say together: they apply beside each other, not to other schemas' members. */
export interface ObjectLayer {
  readonly properties: ReadonlyMap<string, JsonSchema>
  readonly patternProperties: readonly (readonly [pattern: RegExp, schema: JsonSchema])[]
  readonly additionalProperties: JsonSchema
  /** Whether the layer counts for `unevaluatedProperties`: what comes out of a `not` does not. */
  readonly evaluates: boolean
}

/** What one `prefixItems` and `items` say together. */
export interface ArrayLayer {
  readonly prefixItems: readonly JsonSchema[]
  readonly items: JsonSchema
  readonly evaluates: boolean
}

/** One `contains` with its counts. */
export interface Contains {
  readonly schema: JsonSchema
  readonly minimum: number
  readonly maximum: number
}

/**
 * One alternative of a schema: every keyword of all schemas that apply in one place, as a conjunction. Limits are merged into one; what has no
 * common form (patterns, layers of members) stands side by side and is merged where it is used.
 */
export interface Constraints {
  /** The possible types; `number` includes the integers and never stands beside `integer`. */
  readonly types: readonly JsonTypeName[]
  /** `enum` and `const`. */
  readonly values?: readonly Json[]
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multiplesOf: readonly number[]
  readonly minLength: number
  readonly maxLength: number
  readonly patterns: readonly string[]
  /** Formats known here, of strings and numbers. */
  readonly formats: readonly string[]
  readonly decimal?: DecimalLimits
  readonly httpsUrl: boolean
  readonly objectLayers: readonly ObjectLayer[]
  readonly required: ReadonlySet<string>
  readonly minProperties: number
  readonly maxProperties: number
  readonly propertyNames: readonly JsonSchema[]
  readonly arrayLayers: readonly ArrayLayer[]
  readonly minItems: number
  readonly maxItems: number
  readonly uniqueItems: boolean
  readonly contains: readonly Contains[]
  /** Schemas that must not hold and could not be turned into limits: values are filtered by them. */
  readonly not: readonly JsonSchema[]
}

/** Every type, in the order in which a schema without `type` is read. */
export const everyType: readonly JsonTypeName[] = ['null', 'boolean', 'number', 'string', 'array', 'object']

/** No constraint at all: what the schema `true` says. */
export const anything: Constraints = {
  types: everyType,
  multiplesOf: [],
  minLength: 0,
  maxLength: Number.POSITIVE_INFINITY,
  patterns: [],
  formats: [],
  httpsUrl: false,
  objectLayers: [],
  required: new Set(),
  minProperties: 0,
  maxProperties: Number.POSITIVE_INFINITY,
  propertyNames: [],
  arrayLayers: [],
  minItems: 0,
  maxItems: Number.POSITIVE_INFINITY,
  uniqueItems: false,
  contains: [],
  not: [],
}

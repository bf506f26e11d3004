import type { Json } from './json.ts'

/** The seven JSON types (JSON Schema 2020-12, Validation 6.1.1). */
export type JsonTypeName = 'null' | 'boolean' | 'object' | 'array' | 'number' | 'string' | 'integer'

/** A JSON Schema 2020-12 schema, without references: the contract reader has followed them all. */
export type JsonSchema = boolean | JsonSchemaObject

/** The keywords of JSON Schema 2020-12 that say something about a value, and the annotations kept for people. */
export interface JsonSchemaObject {
  readonly type?: JsonTypeName | readonly JsonTypeName[]
  readonly enum?: readonly Json[]
  readonly const?: Json
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
  readonly properties?: { readonly [name: string]: JsonSchema }
  readonly patternProperties?: { readonly [pattern: string]: JsonSchema }
  readonly additionalProperties?: JsonSchema
  readonly propertyNames?: JsonSchema
  readonly required?: readonly string[]
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly dependentRequired?: { readonly [name: string]: readonly string[] }
  readonly dependentSchemas?: { readonly [name: string]: JsonSchema }
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly contains?: JsonSchema
  readonly minContains?: number
  readonly maxContains?: number
  readonly unevaluatedItems?: JsonSchema
  readonly unevaluatedProperties?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly allOf?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly not?: JsonSchema
  readonly if?: JsonSchema
  readonly then?: JsonSchema
  readonly else?: JsonSchema
  readonly title?: string
  readonly description?: string
  readonly default?: Json
  readonly deprecated?: boolean
  readonly readOnly?: boolean
  readonly writeOnly?: boolean
  readonly examples?: readonly Json[]
  /** Not of JSON Schema: a string that is a plain decimal number within these exact limits. */
  readonly 'x-decimal'?: DecimalLimits
  /** Not of JSON Schema: a string that is an absolute https URL with a domain name as its host. */
  readonly 'x-https-url'?: boolean
}

/** Limits of a decimal string, as decimal strings. */
export interface DecimalLimits {
  readonly minimum?: string
  readonly maximum?: string
  readonly exclusiveMinimum?: string
  readonly exclusiveMaximum?: string
  /** Most digits after the decimal point. */
  readonly places?: number
}

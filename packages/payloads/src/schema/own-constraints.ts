import type { JsonSchemaObject } from '@assay/contract'
import { canonicalJson } from './canonical-json.ts'
import { type ArrayLayer, anything, type Constraints, everyType, type ObjectLayer } from './constraints.ts'
import { isKnownFormat } from './known-formats.ts'

/** The constraints of a schema's own keywords, without those that apply other schemas in the same place (`allOf`, `not`, `if` …). */
export function ownConstraints(schema: JsonSchemaObject): Constraints {
  const { values, multiplesOf, formats } = lists(schema)
  const objectLayer = objectLayerOf(schema)
  const arrayLayer = arrayLayerOf(schema)
  return {
    types: typesOf(schema),
    ...(values !== undefined && { values }),
    ...(schema.minimum !== undefined && { minimum: schema.minimum }),
    ...(schema.maximum !== undefined && { maximum: schema.maximum }),
    ...(schema.exclusiveMinimum !== undefined && { exclusiveMinimum: schema.exclusiveMinimum }),
    ...(schema.exclusiveMaximum !== undefined && { exclusiveMaximum: schema.exclusiveMaximum }),
    multiplesOf,
    minLength: schema.minLength ?? 0,
    maxLength: schema.maxLength ?? Number.POSITIVE_INFINITY,
    patterns: schema.pattern === undefined ? [] : [schema.pattern],
    formats,
    ...(schema['x-decimal'] !== undefined && { decimal: schema['x-decimal'] }),
    httpsUrl: schema['x-https-url'] ?? false,
    objectLayers: objectLayer === undefined ? [] : [objectLayer],
    required: new Set(schema.required ?? []),
    minProperties: schema.minProperties ?? 0,
    maxProperties: schema.maxProperties ?? Number.POSITIVE_INFINITY,
    propertyNames: schema.propertyNames === undefined ? [] : [schema.propertyNames],
    arrayLayers: arrayLayer === undefined ? [] : [arrayLayer],
    minItems: schema.minItems ?? 0,
    maxItems: schema.maxItems ?? Number.POSITIVE_INFINITY,
    uniqueItems: schema.uniqueItems ?? false,
    contains:
      schema.contains === undefined
        ? []
        : [
            {
              schema: schema.contains,
              minimum: schema.minContains ?? 1,
              maximum: schema.maxContains ?? Number.POSITIVE_INFINITY,
            },
          ],
    not: [],
  }
}

function typesOf(schema: JsonSchemaObject): Constraints['types'] {
  if (schema.type === undefined) return everyType
  const types = typeof schema.type === 'string' ? [schema.type] : [...new Set(schema.type)]
  return types.includes('number') ? types.filter((type) => type !== 'integer') : types
}

function lists(schema: JsonSchemaObject): Pick<Constraints, 'values' | 'multiplesOf' | 'formats'> {
  const constant = schema.const
  const values =
    constant === undefined
      ? schema.enum
      : (schema.enum ?? [constant]).filter((value) => canonicalJson(value) === canonicalJson(constant))
  return {
    ...(values !== undefined && { values }),
    multiplesOf: schema.multipleOf === undefined ? anything.multiplesOf : [schema.multipleOf],
    formats: schema.format !== undefined && isKnownFormat(schema.format) ? [schema.format] : [],
  }
}

function objectLayerOf(schema: JsonSchemaObject): ObjectLayer | undefined {
  const { properties, patternProperties, additionalProperties } = schema
  if (properties === undefined && patternProperties === undefined && additionalProperties === undefined)
    return undefined
  return {
    properties: new Map(Object.entries(properties ?? {})),
    patternProperties: Object.entries(patternProperties ?? {}).map(([source, member]) => [
      new RegExp(source, 'u'),
      member,
    ]),
    additionalProperties: additionalProperties ?? true,
    evaluates: true,
  }
}

function arrayLayerOf({ prefixItems, items }: JsonSchemaObject): ArrayLayer | undefined {
  if (prefixItems === undefined && items === undefined) return undefined
  return { prefixItems: prefixItems ?? [], items: items ?? true, evaluates: true }
}

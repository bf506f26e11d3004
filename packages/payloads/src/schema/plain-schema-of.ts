import type { JsonSchema, JsonSchemaObject } from '@assay/contract'
import { type Constraints, everyType } from './constraints.ts'
import { itemSchema, prefixLength } from './item-schema.ts'
import { additionalSchema, declaredMembers, memberSchema } from './member-schema.ts'

/** The constraints as a JSON Schema again; only what one keyword cannot say twice (two patterns, two `contains`) stands in `allOf`. */
export function plainSchemaOf(constraints: Constraints): JsonSchemaObject {
  const { types, values, multiplesOf, patterns, formats, contains, not, objectLayers, arrayLayers, decimal } =
    constraints
  const isPatterned = objectLayers.some((layer) => layer.patternProperties.length > 0)
  const beside: JsonSchema[] = [
    ...multiplesOf.slice(1).map((multipleOf) => ({ multipleOf })),
    ...patterns.slice(1).map((pattern) => ({ pattern })),
    ...formats.slice(1).map((format) => ({ format })),
    ...contains.slice(1).map(containsKeywords),
    ...constraints.propertyNames.slice(1).map((propertyNames) => ({ propertyNames })),
    ...(isPatterned ? objectLayers.slice(1).map(layerKeywords) : []),
  ]
  return {
    ...(types !== everyType &&
      types.length < everyType.length && { type: types.length === 1 && types[0] ? types[0] : types }),
    ...(values !== undefined &&
      (values.length === 1 && values[0] !== undefined ? { const: values[0] } : { enum: values })),
    ...numberKeywords(constraints),
    ...(multiplesOf[0] !== undefined && { multipleOf: multiplesOf[0] }),
    ...(constraints.minLength > 0 && { minLength: constraints.minLength }),
    ...(Number.isFinite(constraints.maxLength) && { maxLength: constraints.maxLength }),
    ...(patterns[0] !== undefined && { pattern: patterns[0] }),
    ...(formats[0] !== undefined && { format: formats[0] }),
    ...(decimal !== undefined && { 'x-decimal': decimal }),
    ...(constraints.httpsUrl && { 'x-https-url': true }),
    ...(isPatterned && objectLayers[0] !== undefined ? layerKeywords(objectLayers[0]) : mergedLayer(constraints)),
    ...(constraints.required.size > 0 && { required: [...constraints.required] }),
    ...(constraints.minProperties > 0 && { minProperties: constraints.minProperties }),
    ...(Number.isFinite(constraints.maxProperties) && { maxProperties: constraints.maxProperties }),
    ...(constraints.propertyNames[0] !== undefined && { propertyNames: constraints.propertyNames[0] }),
    ...(arrayLayers.length > 0 && itemKeywords(constraints)),
    ...(constraints.minItems > 0 && { minItems: constraints.minItems }),
    ...(Number.isFinite(constraints.maxItems) && { maxItems: constraints.maxItems }),
    ...(constraints.uniqueItems && { uniqueItems: true }),
    ...(contains[0] !== undefined && containsKeywords(contains[0])),
    ...(not[0] !== undefined && { not: not.length === 1 ? not[0] : { anyOf: not } }),
    ...(beside.length > 0 && { allOf: beside }),
  }
}

function numberKeywords({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Constraints): JsonSchemaObject {
  return {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(exclusiveMinimum !== undefined && { exclusiveMinimum }),
    ...(exclusiveMaximum !== undefined && { exclusiveMaximum }),
  }
}

/** Exact where no layer has patterns: every name that any layer declares is written out. */
function mergedLayer(constraints: Constraints): JsonSchemaObject {
  const inAnyLayer = { ...constraints, propertyNames: [], required: new Set<string>() }
  const properties = declaredMembers(inAnyLayer).map((name) => [name, memberSchema(inAnyLayer, name)] as const)
  const additionalProperties = additionalSchema(inAnyLayer)
  return {
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(additionalProperties !== true && { additionalProperties }),
  }
}

function layerKeywords(layer: Constraints['objectLayers'][number]): JsonSchemaObject {
  return {
    properties: Object.fromEntries(layer.properties),
    patternProperties: Object.fromEntries(layer.patternProperties.map(([pattern, schema]) => [pattern.source, schema])),
    additionalProperties: layer.additionalProperties,
  }
}

function itemKeywords(constraints: Constraints): JsonSchemaObject {
  const length = prefixLength(constraints)
  const prefixItems = Array.from({ length }, (_, index) => itemSchema(constraints, index))
  return { ...(length > 0 && { prefixItems }), items: itemSchema(constraints, length) }
}

function containsKeywords({ schema, minimum, maximum }: Constraints['contains'][number]): JsonSchemaObject {
  return { contains: schema, minContains: minimum, ...(Number.isFinite(maximum) && { maxContains: maximum }) }
}

import type { JsonSchema, JsonSchemaObject, JsonTypeName } from '@assay/contract'
import { anything, type Constraints, everyType } from './constraints.ts'

type Expand = (schema: JsonSchema) => readonly Constraints[]

/**
 * What does not satisfy a schema: at least one of its keywords is broken, each in its own alternative. Where the breaking of a keyword has no
 * limits to say it with, the alternative carries the keyword under `not`, for values to be filtered by.
 */
export function negationsOf(schema: JsonSchema, expand: Expand): readonly Constraints[] {
  if (schema === true) return []
  if (schema === false) return [anything]
  return [
    ...brokenType(schema),
    ...brokenLimits(schema).flatMap(expand),
    ...brokenMembers(schema).flatMap(expand),
    ...brokenApplicators(schema).flatMap(expand),
    ...unsayable(schema),
  ]
}

function brokenType({ type }: JsonSchemaObject): Constraints[] {
  if (type === undefined) return []
  const named: readonly JsonTypeName[] = typeof type === 'string' ? [type] : type
  const others = everyType.filter((other) => !named.includes(other))
  // A number that is no integer has no limits to say it with.
  const plain = named.includes('integer') ? others.filter((other) => other !== 'number') : others
  return [
    ...(plain.length > 0 ? [{ ...anything, types: plain }] : []),
    ...(plain.length < others.length
      ? [{ ...anything, types: ['number' as const], not: [{ type: 'integer' as const }] }]
      : []),
  ]
}

function brokenLimits(schema: JsonSchemaObject): JsonSchema[] {
  const broken: JsonSchema[] = []
  if (schema.minimum !== undefined) broken.push({ type: 'number', exclusiveMaximum: schema.minimum })
  if (schema.maximum !== undefined) broken.push({ type: 'number', exclusiveMinimum: schema.maximum })
  if (schema.exclusiveMinimum !== undefined) broken.push({ type: 'number', maximum: schema.exclusiveMinimum })
  if (schema.exclusiveMaximum !== undefined) broken.push({ type: 'number', minimum: schema.exclusiveMaximum })
  if (schema.minLength) broken.push({ type: 'string', maxLength: schema.minLength - 1 })
  if (schema.maxLength !== undefined) broken.push({ type: 'string', minLength: schema.maxLength + 1 })
  if (schema.minItems) broken.push({ type: 'array', maxItems: schema.minItems - 1 })
  if (schema.maxItems !== undefined) broken.push({ type: 'array', minItems: schema.maxItems + 1 })
  if (schema.minProperties) broken.push({ type: 'object', maxProperties: schema.minProperties - 1 })
  if (schema.maxProperties !== undefined) broken.push({ type: 'object', minProperties: schema.maxProperties + 1 })
  return broken
}

function brokenMembers(schema: JsonSchemaObject): JsonSchema[] {
  const broken: JsonSchema[] = []
  for (const name of schema.required ?? []) broken.push({ type: 'object', properties: { [name]: false } })
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    if (member !== true) broken.push({ type: 'object', required: [name], properties: { [name]: { not: member } } })
  }
  for (const [name, others] of Object.entries(schema.dependentRequired ?? {})) {
    for (const other of others) broken.push({ type: 'object', required: [name], properties: { [other]: false } })
  }
  for (const [name, dependent] of Object.entries(schema.dependentSchemas ?? {})) {
    broken.push({ type: 'object', required: [name], not: dependent })
  }
  if (schema.items !== undefined && schema.items !== true && schema.prefixItems === undefined) {
    broken.push({ type: 'array', contains: { not: schema.items } })
  }
  if (schema.contains !== undefined && schema.minContains === undefined && schema.maxContains === undefined) {
    broken.push({ type: 'array', items: { not: schema.contains } })
  }
  return broken
}

function brokenApplicators(schema: JsonSchemaObject): JsonSchema[] {
  const broken: JsonSchema[] = []
  for (const part of schema.allOf ?? []) broken.push({ not: part })
  if (schema.anyOf !== undefined) broken.push({ allOf: schema.anyOf.map((part) => ({ not: part })) })
  if (schema.oneOf !== undefined) {
    const parts = schema.oneOf
    broken.push({ allOf: parts.map((part) => ({ not: part })) })
    parts.forEach((part, index) => {
      for (const other of parts.slice(index + 1)) broken.push({ allOf: [part, other] })
    })
  }
  if (schema.not !== undefined) broken.push(schema.not)
  if (schema.if !== undefined) {
    if (schema.then !== undefined) broken.push({ allOf: [schema.if, { not: schema.then }] })
    if (schema.else !== undefined) broken.push({ allOf: [{ not: schema.if }, { not: schema.else }] })
  }
  return broken
}

/** Keywords that are broken by filtering. */
function unsayable(schema: JsonSchemaObject): Constraints[] {
  const only = (keywords: JsonSchemaObject, ...types: JsonTypeName[]): Constraints => ({
    ...anything,
    types: types.length === 0 ? everyType : types,
    not: [keywords],
  })
  const broken: Constraints[] = []
  if (schema.enum !== undefined) broken.push(only({ enum: schema.enum }))
  if (schema.const !== undefined) broken.push(only({ const: schema.const }))
  if (schema.pattern !== undefined) broken.push(only({ pattern: schema.pattern }, 'string'))
  if (schema.format !== undefined) broken.push(only({ format: schema.format }, 'string', 'number'))
  if (schema['x-decimal'] !== undefined) broken.push(only({ 'x-decimal': schema['x-decimal'] }, 'string'))
  if (schema['x-https-url']) broken.push(only({ 'x-https-url': true }, 'string'))
  if (schema.multipleOf !== undefined) broken.push(only({ multipleOf: schema.multipleOf }, 'number'))
  if (schema.uniqueItems) broken.push(only({ uniqueItems: true }, 'array'))
  if (schema.propertyNames !== undefined) broken.push(only({ propertyNames: schema.propertyNames }, 'object'))
  if (schema.prefixItems !== undefined) {
    const { prefixItems, items } = schema
    broken.push(only({ prefixItems, ...(items !== undefined && { items }) }, 'array'))
  }
  if (schema.contains !== undefined && (schema.minContains !== undefined || schema.maxContains !== undefined)) {
    const { contains, minContains, maxContains } = schema
    const counts = {
      ...(minContains !== undefined && { minContains }),
      ...(maxContains !== undefined && { maxContains }),
    }
    broken.push(only({ contains, ...counts }, 'array'))
  }
  if (schema.patternProperties !== undefined || schema.additionalProperties !== undefined) {
    const { properties, patternProperties, additionalProperties } = schema
    const layer = {
      ...(properties !== undefined && { properties }),
      ...(patternProperties !== undefined && { patternProperties }),
      ...(additionalProperties !== undefined && { additionalProperties }),
    }
    broken.push(only(layer, 'object'))
  }
  return broken
}

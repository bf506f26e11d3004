import type { Json, JsonSchema, JsonSchemaObject } from '@assay/contract'
import Big from 'big.js'
import { sameJson } from './same-json.ts'

type Keywords = { -readonly [Keyword in keyof JsonSchemaObject]: JsonSchemaObject[Keyword] }

/**
 * A schema that accepts what both accept. Keywords that have one common value are joined, `anyOf` lists are multiplied out without the branches
 * that contradict; what cannot be joined stands under `allOf`. False where nothing can satisfy both.
 */
export function mergeSchemas(left: JsonSchema, right: JsonSchema): JsonSchema {
  if (left === false || right === false) return false
  if (left === true) return right
  if (right === true) return left
  const merged: Keywords = { ...left }
  const apart: Keywords = {}
  for (const keyword of Object.keys(right) as (keyof JsonSchemaObject)[]) {
    if (merged[keyword] === undefined) Object.assign(merged, { [keyword]: right[keyword] })
    else if (!join(keyword, merged, left, right)) Object.assign(apart, { [keyword]: right[keyword] })
  }
  if (Object.keys(apart).length > 0) merged.allOf = [...(merged.allOf ?? []), apart]
  return isImpossible(merged) ? false : withoutContradictions(merged)
}

/** Joins one keyword of both into `merged`; false where it has no joined form. */
function join(
  keyword: keyof JsonSchemaObject,
  merged: Keywords,
  left: JsonSchemaObject,
  right: JsonSchemaObject,
): boolean {
  const [one, other] = [left[keyword] as Json, right[keyword] as Json]
  switch (keyword) {
    case 'enum':
      merged.enum = (left.enum ?? []).filter((value) => right.enum?.some((allowed) => sameJson(allowed, value)))
      return true
    case 'const':
      if (!sameJson(one, other)) merged.enum = []
      return true
    case 'required':
      merged.required = [...new Set([...(left.required ?? []), ...(right.required ?? [])])]
      return true
    case 'properties':
      merged.properties = joinedProperties(left.properties ?? {}, right.properties ?? {})
      return true
    case 'minLength':
    case 'minItems':
    case 'minProperties':
    case 'minimum':
      merged[keyword] = Math.max(Number(one), Number(other))
      return true
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
    case 'maximum':
      merged[keyword] = Math.min(Number(one), Number(other))
      return true
    case 'anyOf':
      merged.anyOf = (left.anyOf ?? []).flatMap((branch) => (right.anyOf ?? []).map((b) => mergeSchemas(branch, b)))
      return true
    case 'allOf':
      merged.allOf = [...(left.allOf ?? []), ...(right.allOf ?? [])]
      return true
    case 'x-decimal':
      merged['x-decimal'] = joinedDecimal(left['x-decimal'] ?? {}, right['x-decimal'] ?? {})
      return true
    case 'not': {
      const refused = [refusedValues(left.not), refusedValues(right.not)]
      if (refused.includes(undefined)) return sameJson(one, other)
      merged.not = { enum: refused.flatMap((values) => values ?? []) }
      return true
    }
    case 'title':
    case 'description':
    case 'examples':
    case 'default':
      return true
    default:
      return sameJson(one, other)
  }
}

function joinedProperties(
  left: NonNullable<JsonSchemaObject['properties']>,
  right: NonNullable<JsonSchemaObject['properties']>,
): NonNullable<JsonSchemaObject['properties']> {
  const joined = { ...left }
  for (const [name, schema] of Object.entries(right)) joined[name] = mergeSchemas(left[name] ?? true, schema)
  return joined
}

type Decimal = NonNullable<JsonSchemaObject['x-decimal']>

function joinedDecimal(left: Decimal, right: Decimal): Decimal {
  const largest = (one?: string, other?: string) =>
    one !== undefined && (other === undefined || new Big(one).gt(other)) ? one : other
  const smallest = (one?: string, other?: string) =>
    one !== undefined && (other === undefined || new Big(one).lt(other)) ? one : other
  const limits = {
    minimum: largest(left.minimum, right.minimum),
    exclusiveMinimum: largest(left.exclusiveMinimum, right.exclusiveMinimum),
    maximum: smallest(left.maximum, right.maximum),
    exclusiveMaximum: smallest(left.exclusiveMaximum, right.exclusiveMaximum),
    places: left.places === undefined ? right.places : Math.min(left.places, right.places ?? left.places),
  }
  return Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined))
}

/** Takes the values and branches out that the rest of the schema refuses. */
function withoutContradictions(schema: Keywords): JsonSchema {
  const result = { ...schema }
  if (result.const !== undefined && result.enum !== undefined) {
    const value = result.const
    if (!result.enum.some((allowed) => sameJson(allowed, value))) return false
    delete result.enum
  }
  const refused = refusedValues(result.not)
  const isRefused = (value: Json) => refused?.some((other) => sameJson(value, other)) === true
  if (result.const !== undefined && isRefused(result.const)) return false
  if (refused !== undefined && result.enum !== undefined) {
    delete result.not
    result.enum = result.enum.filter((value) => !isRefused(value))
    if (result.enum.length === 0) return false
  }
  if (result.anyOf === undefined) return result
  const { anyOf, ...rest } = result
  const branches = anyOf.filter((branch) => branch !== false && mergeSchemas(concerned(rest, branch), branch) !== false)
  return branches.length === 0 ? false : { ...rest, anyOf: branches }
}

function isImpossible(schema: JsonSchemaObject): boolean {
  if (schema.enum?.length === 0) return true
  return schema.required?.some((name) => schema.properties?.[name] === false) ?? false
}

/** The values that a `not` refuses, where it names them and says no more. */
function refusedValues(not: JsonSchema | undefined): readonly Json[] | undefined {
  if (typeof not !== 'object' || Object.keys(not).length !== 1) return undefined
  return not.const === undefined ? not.enum : [not.const]
}

/** The part of a schema that a branch can contradict: merging the rest would tell nothing more. */
function concerned(schema: Keywords, branch: JsonSchema): JsonSchema {
  if (typeof branch !== 'object' || schema.properties === undefined) return schema
  const names = new Set([...Object.keys(branch.properties ?? {}), ...(branch.required ?? [])])
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(schema.properties).filter(([name]) => names.has(name))),
  }
}

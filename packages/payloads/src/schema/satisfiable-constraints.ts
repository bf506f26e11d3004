import { isJsonNumber, type Json, type JsonSchema, type JsonTypeName } from '@assay/contract'
import { acceptorOf } from './acceptor-of.ts'
import type { Constraints } from './constraints.ts'
import { decimalRange } from './decimal-range.ts'
import { itemSchema, prefixLength } from './item-schema.ts'
import { additionalSchema, declaredMembers, memberSchema } from './member-schema.ts'
import { numberSteps } from './number-steps.ts'
import { plainSchemaOf } from './plain-schema-of.ts'

/**
 * The constraints without the types and values that their own limits exclude, or undefined when nothing is left.
 * `isPossible` tells of a nested schema whether any value satisfies it.
 */
export function satisfiableConstraints(
  constraints: Constraints,
  isPossible: (schema: JsonSchema) => boolean,
): Constraints | undefined {
  if (constraints.values !== undefined) return withPossibleValues(constraints, constraints.values)
  const types = constraints.types.filter((type) => isTypePossible(type, constraints, isPossible))
  if (types.length === 0) return undefined
  return types.length === constraints.types.length ? constraints : { ...constraints, types }
}

/** The type of a JSON value as the keyword `type` names it, an integral number being an integer. */
export function typeOf(value: Json): JsonTypeName {
  if (value === null) return 'null'
  if (isJsonNumber(value)) return Number.isInteger(Number(value)) ? 'integer' : 'number'
  if (Array.isArray(value)) return 'array'
  return typeof value as 'boolean' | 'string' | 'object'
}

function withPossibleValues(constraints: Constraints, values: readonly Json[]): Constraints | undefined {
  const ofType = values.filter((value) => {
    const type = typeOf(value)
    return constraints.types.includes(type) || (type === 'integer' && constraints.types.includes('number'))
  })
  if (ofType.length === 0) return undefined
  const { values: _, types: __, ...rest } = constraints
  const limits = plainSchemaOf({ ...rest, types: constraints.types })
  // Most enums stand alone: only where other keywords stand beside them is each value asked.
  const onlyType = typeof limits === 'boolean' || Object.keys(limits).every((keyword) => keyword === 'type')
  const kept = onlyType ? ofType : ofType.filter(acceptorOf(limits))
  return kept.length === 0 ? undefined : { ...constraints, values: kept }
}

function isTypePossible(
  type: JsonTypeName,
  constraints: Constraints,
  isPossible: (schema: JsonSchema) => boolean,
): boolean {
  if (type === 'string') {
    if (constraints.minLength > constraints.maxLength || constraints.maxLength < 0) return false
    return constraints.decimal === undefined || decimalRange(constraints.decimal) !== undefined
  }
  if (type === 'integer' || type === 'number') {
    if (!hasNumberKeyword(constraints)) return true
    return numberSteps(constraints, type === 'integer').length > 0
  }
  if (type === 'object') return isObjectPossible(constraints, isPossible)
  if (type === 'array') return isArrayPossible(constraints, isPossible)
  return true
}

function hasNumberKeyword(constraints: Constraints): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multiplesOf } = constraints
  return (
    multiplesOf.length > 0 ||
    [minimum, maximum, exclusiveMinimum, exclusiveMaximum].some((limit) => limit !== undefined)
  )
}

function isObjectPossible(constraints: Constraints, isPossible: (schema: JsonSchema) => boolean): boolean {
  const { required, minProperties, maxProperties } = constraints
  if (required.size > maxProperties || minProperties > maxProperties) return false
  for (const name of required) if (!isPossible(memberSchema(constraints, name))) return false
  if (minProperties <= required.size) return true
  const isOpen =
    constraints.objectLayers.some((layer) => layer.patternProperties.length > 0) ||
    isPossible(additionalSchema(constraints))
  const possible = declaredMembers(constraints).filter((name) => isPossible(memberSchema(constraints, name)))
  return isOpen || possible.length >= minProperties
}

function isArrayPossible(constraints: Constraints, isPossible: (schema: JsonSchema) => boolean): boolean {
  const { minItems, maxItems, contains } = constraints
  if (minItems > maxItems) return false
  const asked = contains.filter(({ minimum }) => minimum > 0)
  if (contains.some(({ minimum, maximum }) => minimum > maximum)) return false
  if (asked.some(({ schema, minimum }) => minimum > maxItems || !isPossible(schema))) return false
  const least = Math.max(minItems, ...asked.map(({ minimum }) => minimum))
  for (let index = 0; index < Math.min(least, prefixLength(constraints) + 1); index++) {
    if (!isPossible(itemSchema(constraints, index))) return false
  }
  return true
}

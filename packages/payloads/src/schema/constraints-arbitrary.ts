import type { Json, JsonTypeName } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import { acceptorOf } from './acceptor-of.ts'
import { anyJson } from './any-json-arbitrary.ts'
import { arrayArbitrary } from './array-arbitrary.ts'
import { boundedFilter } from './bounded-filter.ts'
import type { Builder } from './builder.ts'
import type { Constraints } from './constraints.ts'
import { generatedTypes } from './generated-types.ts'
import { numberArbitrary } from './number-arbitrary.ts'
import { objectArbitrary } from './object-arbitrary.ts'
import { stringArbitrary } from './string-arbitrary.ts'
import { UnsupportedSchemaError } from './unsupported-schema-error.ts'

/** Values within one alternative's constraints. `null` beside another type is one in four. */
export function constraintsArbitrary(constraints: Constraints, pointer: string, builder: Builder): Arbitrary<Json> {
  if (constraints.values !== undefined) return filtered(fc.constantFrom(...constraints.values), constraints, pointer)
  const types = generatedTypes(constraints)
  if (types === 'any') return filtered(anyJson, constraints, pointer)
  const ways = types.map((type) => ({
    arbitrary: ofType(type, constraints, pointer, builder),
    weight: type === 'null' ? 1 : 3,
  }))
  const only = ways.length === 1 ? ways[0]?.arbitrary : undefined
  return filtered(only ?? fc.oneof(...ways), constraints, pointer)
}

/** The values without those that a `not` of the constraints forbids. */
export function filtered<Value extends Json>(
  arbitrary: Arbitrary<Value>,
  { not }: Constraints,
  pointer: string,
): Arbitrary<Value> {
  if (not.length === 0) return arbitrary
  const accepts = acceptorOf({ not: { anyOf: not } })
  const kept = boundedFilter(arbitrary, accepts)
  if (kept === undefined) throw new UnsupportedSchemaError(pointer, 'not', 'none of 400 values kept it')
  return kept
}

function ofType(type: JsonTypeName, constraints: Constraints, pointer: string, builder: Builder): Arbitrary<Json> {
  const made = madeOf(type, constraints, pointer, builder)
  if (made !== undefined) return made
  throw new UnsupportedSchemaError(
    pointer,
    keywordOf(type, constraints),
    `no ${type} was found that satisfies all keywords together`,
  )
}

function madeOf(
  type: JsonTypeName,
  constraints: Constraints,
  pointer: string,
  builder: Builder,
): Arbitrary<Json> | undefined {
  if (type === 'null') return fc.constant(null)
  if (type === 'boolean') return fc.boolean()
  if (type === 'string') return stringArbitrary(constraints, builder.options)
  if (type === 'object') return objectArbitrary(constraints, pointer, builder)
  if (type === 'array') return arrayArbitrary(constraints, pointer, builder)
  return numberArbitrary(constraints, type === 'integer')
}

function keywordOf(type: JsonTypeName, { patterns, formats, decimal, multiplesOf, contains }: Constraints): string {
  if (type === 'string')
    return patterns.length > 0 ? 'pattern' : formats.length > 0 ? 'format' : decimal ? 'x-decimal' : 'type'
  if (type === 'array') return contains.length > 0 ? 'contains' : 'items'
  if (type === 'object') return 'properties'
  return multiplesOf.length > 0 ? 'multipleOf' : 'type'
}

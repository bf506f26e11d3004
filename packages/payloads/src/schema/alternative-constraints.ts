import type { JsonSchema, JsonSchemaObject } from '@assay/contract'
import { areDisjoint } from './are-disjoint.ts'
import { canonicalSchema } from './canonical-schema.ts'
import { closeUnevaluated } from './close-unevaluated.ts'
import { anything, type Constraints } from './constraints.ts'
import { mergeConstraints } from './merge-constraints.ts'
import { negationsOf } from './negations-of.ts'
import { ownConstraints } from './own-constraints.ts'
import { plainSchemaOf } from './plain-schema-of.ts'
import { satisfiableConstraints } from './satisfiable-constraints.ts'
import { UnsupportedSchemaError } from './unsupported-schema-error.ts'

/** More alternatives in one place than this are a schema that must be written otherwise. */
export const mostAlternatives = 1000

const known = new WeakMap<object, readonly Constraints[]>()

/**
 * A schema as a choice between conjunctions: `oneOf`, `anyOf`, `allOf`, `not`, `if` and the `dependent…` keywords of this place are merged in, those
 * that nothing satisfies are dropped as soon as they appear. Nested schemas are left for when they are reached.
 * @throws UnsupportedSchemaError when more than {@link mostAlternatives} alternatives are left.
 */
export function alternativeConstraints(schema: JsonSchema): readonly Constraints[] {
  if (typeof schema === 'boolean') return schema ? [anything] : []
  let alternatives = known.get(schema)
  if (alternatives === undefined) {
    alternatives = expand(schema)
    known.set(schema, alternatives)
  }
  return alternatives
}

/** Whether any value satisfies the schema, as far as merging its keywords shows. */
export function isPossible(schema: JsonSchema): boolean {
  return alternativeConstraints(schema).length > 0
}

function expand(schema: JsonSchemaObject): readonly Constraints[] {
  // Plain limits first: in their light most branches exclude each other, and no negation has to be spelt out.
  const conjuncts = flattened(schema)
  const plain = satisfiableConstraints(conjuncts.map(ownConstraints).reduce(mergeConstraints, anything), isPossible)
  let result: readonly Constraints[] = plain === undefined ? [] : [plain]
  for (const part of conjuncts) result = withChoices(result, part)
  return result.flatMap((constraints) => {
    const closed = closeUnevaluated(constraints, schema)
    return closed === constraints ? constraints : (satisfiableConstraints(closed, isPossible) ?? [])
  })
}

/** The schema and all that its `allOf` holds, but for parts whose `unevaluated…` must see their own keywords only. */
function flattened(schema: JsonSchemaObject): readonly JsonSchemaObject[] {
  const parts = schema.allOf ?? []
  const nested = parts.flatMap((part) => (isFlat(part) ? flattened(part) : []))
  const { allOf: _, ...own } = schema
  const closed = parts.filter((part) => !isFlat(part))
  return [own, ...nested, ...(closed.length > 0 ? [{ allOf: closed }] : [])]
}

function isFlat(schema: JsonSchema): schema is JsonSchemaObject {
  return typeof schema === 'object' && !('unevaluatedProperties' in schema) && !('unevaluatedItems' in schema)
}

function withChoices(base: readonly Constraints[], schema: JsonSchemaObject): readonly Constraints[] {
  let result = base
  for (const part of schema.allOf ?? []) result = cross(result, alternativeConstraints(part), 'allOf')
  if (schema.oneOf !== undefined) result = cross(result, exclusives(schema.oneOf, result), 'oneOf')
  if (schema.anyOf !== undefined) result = cross(result, schema.anyOf.flatMap(alternativeConstraints), 'anyOf')
  for (const [name, others] of Object.entries(schema.dependentRequired ?? {})) {
    result = cross(result, dependent(name, { required: [name, ...others] }), 'dependentRequired')
  }
  for (const [name, member] of Object.entries(schema.dependentSchemas ?? {})) {
    result = cross(result, dependent(name, { required: [name], allOf: [member] }), 'dependentSchemas')
  }
  if (schema.if !== undefined && (schema.then !== undefined || schema.else !== undefined)) {
    const met = alternativeConstraints({ allOf: [schema.if, schema.then ?? true] })
    const unmet = cross(negations(schema.if), alternativeConstraints(schema.else ?? true), 'else')
    result = cross(result, [...met, ...unmet], 'if')
  }
  if (schema.not !== undefined) result = cross(result, negations(schema.not), 'not')
  return result
}

/** The member is absent, or it is there and more is asked. */
function dependent(name: string, asked: JsonSchemaObject): readonly Constraints[] {
  return [
    ...alternativeConstraints({ properties: { [name]: false } }),
    ...alternativeConstraints({ type: 'object', ...asked }),
  ]
}

/** Each part alone. The others are only forbidden where they could hold at the same time: most parts exclude each other already. */
function exclusives(parts: readonly JsonSchema[], base: readonly Constraints[]): readonly Constraints[] {
  const expanded = parts.map((part) => cross(base, alternativeConstraints(part), 'oneOf'))
  return expanded.flatMap((alternatives, index) =>
    alternatives.flatMap((alternative) => {
      let alone: readonly Constraints[] = [alternative]
      parts.forEach((other, otherIndex) => {
        if (otherIndex === index || !overlaps(alternative, expanded[otherIndex] ?? [])) return
        alone = cross(alone, negations(other), 'oneOf')
      })
      return alone
    }),
  )
}

function overlaps(alternative: Constraints, others: readonly Constraints[]): boolean {
  return others.some(
    (other) =>
      !areDisjoint(alternative, other, alternativeConstraints) &&
      satisfiableConstraints(mergeConstraints(alternative, other), isPossible) !== undefined,
  )
}

function negations(schema: JsonSchema): readonly Constraints[] {
  return negationsOf(schema, alternativeConstraints).map((constraints) => ({
    ...constraints,
    objectLayers: constraints.objectLayers.map((layer) => ({ ...layer, evaluates: false })),
    arrayLayers: constraints.arrayLayers.map((layer) => ({ ...layer, evaluates: false })),
  }))
}

/**
 * What satisfies one of the left and one of the right. A left one that a right one asks nothing more of stands for itself: all others of the right would
 * only say less than it does.
 */
function cross(left: readonly Constraints[], right: readonly Constraints[], keyword: string): readonly Constraints[] {
  const merged = new Map<string, Constraints>()
  for (const one of left) {
    const pairs = right.flatMap((other) =>
      areDisjoint(one, other, alternativeConstraints)
        ? []
        : (satisfiableConstraints(mergeConstraints(one, other), isPossible) ?? []),
    )
    const own = textOf(one)
    for (const both of pairs.some((pair) => textOf(pair) === own) ? [one] : pairs) merged.set(textOf(both), both)
    if (merged.size > mostAlternatives) {
      throw new UnsupportedSchemaError('', keyword, `more than ${mostAlternatives} alternatives have to be told apart`)
    }
  }
  return [...merged.values()]
}

const texts = new WeakMap<Constraints, string>()

/** The same text for constraints that say the same. */
function textOf(constraints: Constraints): string {
  const known = texts.get(constraints)
  if (known !== undefined) return known
  const text = canonicalSchema(plainSchemaOf(constraints))
  texts.set(constraints, text)
  return text
}

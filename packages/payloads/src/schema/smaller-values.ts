import { isJsonObject, type Json, type JsonObject, type JsonSchema } from '@assay/contract'
import fc from 'fast-check'
import { acceptorOf } from './acceptor-of.ts'
import { alternativeConstraints } from './alternative-constraints.ts'
import type { Builder } from './builder.ts'
import type { Constraints } from './constraints.ts'
import { constraintsArbitrary } from './constraints-arbitrary.ts'
import { itemSchema } from './item-schema.ts'
import { stringFormats } from './known-formats.ts'
import { memberSchema } from './member-schema.ts'
import { acceptorWithin, alternativeWith, isSimpler, type Simplicity, simplicityOf } from './simplicity.ts'
import { smallerScalars, type TextShape } from './smaller-scalars.ts'
import { stringArbitrary } from './string-arbitrary.ts'

/** In so many of the earlier alternatives an object is tried: the others would only be slower ways to the first. */
const mostAlternatives = 6

const seeds = [1, 2, 3, 4, 5, 6, 7, 8]
const smallest = new WeakMap<Constraints, Json>()

/**
 * Values that may be simpler than the given one, the simplest first: the smallest of each earlier alternative, the smallest with one member of the given
 * value (most failures hang on a single member), the value without one member, and the value with one member made smaller. Not each
 * satisfies the schema: the caller asks.
 */
export function* smallerValues(schema: JsonSchema, value: Json, builder: Builder): IterableIterator<Json> {
  if (typeof schema === 'boolean') return yield* smallerScalars(value, value)
  const found = alternativeWith(schema, value)
  if (found === undefined) return
  const { index, constraints } = found
  const alternatives = alternativeConstraints(schema)
  const earlier = [...alternatives.slice(0, Math.min(index, mostAlternatives)), constraints]
  for (const alternative of earlier) yield smallestOf(alternative, builder)
  if (constraints.values !== undefined) return yield* constraints.values
  if (isJsonObject(value)) {
    for (const alternative of earlier) yield* withFewer(alternative, value, builder)
    yield* smallerMembers(constraints, value, builder)
  } else if (Array.isArray(value)) yield* smallerLists(constraints, value, builder)
  else {
    const shape = shapeOf(constraints)
    if (typeof value === 'string' && (shape !== 'free' || constraints.patterns.length > 0))
      yield* simplestOfLengths(constraints, value, builder)
    yield* smallerScalars(value, smallestOf(constraints, builder), shape)
  }
}

/** Of each length on the way, by halves, the simplest text that still has its shape. */
function* simplestOfLengths(constraints: Constraints, value: string, builder: Builder): IterableIterator<Json> {
  const length = [...value].length
  const least = [...String(smallestOf(constraints, builder))].length
  for (let gap = length - least; gap >= 0; gap = gap === 0 ? -1 : Math.floor(gap / 2)) {
    const exact = length - gap
    if (stringArbitrary({ ...constraints, minLength: exact, maxLength: exact }, builder.options) === undefined) continue
    yield smallestOf(ofLength(constraints, exact), builder)
  }
}

const lengths = new WeakMap<Constraints, Map<number, Constraints>>()

/** The constraints with one length; the same object each time, for what is known of it. */
function ofLength(constraints: Constraints, length: number): Constraints {
  const known = lengths.get(constraints) ?? new Map<number, Constraints>()
  lengths.set(constraints, known)
  const exact = known.get(length) ?? { ...constraints, types: ['string'], minLength: length, maxLength: length }
  known.set(length, exact)
  return exact
}

/** The simplest value that fast-check's own shrinking of this alternative ends with, from a few seeds: always the same. */
function smallestOf(constraints: Constraints, builder: Builder): Json {
  const known = smallest.get(constraints)
  if (known !== undefined) return known
  const never = fc.property(constraintsArbitrary(constraints, '', builder), () => false)
  const simplicity = (end: Json): Simplicity => simplicityOf(true, end)
  const ends = seeds.flatMap((seed) => (fc.check(never, { seed, numRuns: 1 }).counterexample ?? []) as readonly Json[])
  const value = ends.reduce((best, end) => (isSimpler(simplicity(end), simplicity(best)) ? end : best), ends[0] ?? null)
  smallest.set(constraints, value)
  return value
}

/** Host names stay as they are made: a shortened one might be somebody's. */
function shapeOf({ formats, httpsUrl }: Constraints): TextShape {
  const format = formats.find((known) => stringFormats.has(known))
  if (httpsUrl || /^(?:ur[il]|iri)(?:-reference)?$/.test(format ?? '')) return 'free end'
  if (format === undefined) return 'free'
  return format.endsWith('email') || format.endsWith('hostname') ? 'free start' : 'fixed'
}

/** The smallest object of an alternative with one member of the value, or with all of them that the alternative takes. */
function* withFewer(alternative: Constraints, value: JsonObject, builder: Builder): IterableIterator<Json> {
  const base = smallestOf(alternative, builder)
  if (!isJsonObject(base)) return
  const taken = Object.entries(value).filter(([name, member]) => acceptorOf(memberSchema(alternative, name))(member))
  const all = { ...base, ...Object.fromEntries(taken) }
  const accepts = acceptorWithin(alternative)
  for (const [name, member] of taken) {
    const one = { ...base, [name]: member }
    if (accepts(one)) yield one
  }
  for (const [first, left] of taken) {
    for (const [second, right] of taken) {
      if (first < second) yield { ...base, [first]: left, [second]: right }
    }
  }
  yield all
}

function* smallerMembers(constraints: Constraints, value: JsonObject, builder: Builder): IterableIterator<Json> {
  const names = Object.keys(value)
  for (const name of names) yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))
  for (const name of names) {
    for (const smaller of smallerValues(memberSchema(constraints, name), value[name] ?? null, builder)) {
      yield { ...value, [name]: smaller }
    }
  }
}

function* smallerLists(constraints: Constraints, value: readonly Json[], builder: Builder): IterableIterator<Json> {
  for (let kept = constraints.minItems; kept < value.length; kept += Math.ceil((value.length - kept) / 2))
    yield value.slice(0, kept)
  for (const index of value.keys()) yield value.filter((_, at) => at !== index)
  for (const [index, item] of value.entries()) {
    for (const smaller of smallerValues(itemSchema(constraints, index), item, builder)) {
      yield value.map((other, at) => (at === index ? smaller : other))
    }
  }
}

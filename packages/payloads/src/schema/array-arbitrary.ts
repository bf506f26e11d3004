import { formatPointer, type Json, type JsonSchema } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import { acceptorOf } from './acceptor-of.ts'
import { isPossible } from './alternative-constraints.ts'
import { boundedFilter } from './bounded-filter.ts'
import type { Builder, Forced } from './builder.ts'
import { canonicalJson } from './canonical-json.ts'
import { conjunctionOf } from './conjunction-of.ts'
import type { Constraints, Contains } from './constraints.ts'
import { itemSchema, prefixLength } from './item-schema.ts'
import { plainSchemaOf } from './plain-schema-of.ts'

/** How many items arrays have beyond the fewest where nothing limits them. */
const openSpan = 4

/** Lists of items within the constraints, `forced` giving one of them; undefined when none can be made. */
export function arrayArbitrary(
  constraints: Constraints,
  pointer: string,
  builder: Builder,
  forced?: Forced,
): Arbitrary<readonly Json[]> | undefined {
  const [first, ...others] = constraints.contains
  if (first === undefined) return withoutContains(constraints, pointer, builder, forced)
  const isSimple =
    prefixLength(constraints) === 0 && others.length === 0 && !constraints.uniqueItems && forced === undefined
  const made = isSimple
    ? withContains(constraints, first, pointer, builder)
    : withoutContains(constraints, pointer, builder, forced)
  if (isSimple || made === undefined) return made
  return boundedFilter(made, acceptorOf(plainSchemaOf({ ...constraints, types: ['array'], not: [] })))
}

function withoutContains(
  constraints: Constraints,
  pointer: string,
  builder: Builder,
  forced: Forced | undefined,
): Arbitrary<readonly Json[]> | undefined {
  const { minItems, uniqueItems } = constraints
  const length = prefixLength(constraints)
  const fixed = Math.max(length, typeof forced?.at === 'number' ? forced.at + 1 : 0)
  let maxItems = Math.min(constraints.maxItems, Math.max(minItems, fixed) + openSpan)
  const prefix: Arbitrary<Json>[] = []
  for (let index = 0; index < Math.min(fixed, maxItems); index++) {
    const schema = itemSchema(constraints, index)
    if (forced?.at === index) prefix.push(forced.values)
    else if (isPossible(schema)) prefix.push(builder.arbitraryOf(schema, pointer + formatPointer([index])))
    else maxItems = index
  }
  const rest = itemSchema(constraints, length)
  if (!isPossible(rest)) maxItems = Math.min(maxItems, fixed)
  if (maxItems < minItems || (typeof forced?.at === 'number' && maxItems <= forced.at)) return undefined
  const items = maxItems > fixed ? builder.arbitraryOf(rest, pointer + formatPointer([length])) : undefined
  if (fixed === 0) return items === undefined ? fc.constant([]) : listOf(items, minItems, maxItems, uniqueItems)
  const least = typeof forced?.at === 'number' ? Math.max(minItems, forced.at + 1) : minItems
  const made = prefixed(prefix.slice(0, maxItems), items, least, maxItems)
  return uniqueItems ? boundedFilter(made, areDistinct) : made
}

function listOf(
  items: Arbitrary<Json>,
  minLength: number,
  maxLength: number,
  isUnique: boolean,
): Arbitrary<readonly Json[]> {
  if (!isUnique) return fc.array(items, { minLength, maxLength, size: 'max' })
  return fc.uniqueArray(items, { minLength, maxLength, size: 'max', selector: canonicalJson })
}

/** A front of items with schemas of their own, cut short where the array may be shorter, and others behind a whole front. */
function prefixed(
  prefix: readonly Arbitrary<Json>[],
  items: Arbitrary<Json> | undefined,
  least: number,
  most: number,
): Arbitrary<readonly Json[]> {
  const behind =
    items === undefined
      ? fc.constant([])
      : fc.array(items, { minLength: Math.max(0, least - prefix.length), maxLength: most - prefix.length, size: 'max' })
  const front = fc.tuple(...prefix)
  if (least >= prefix.length) return fc.tuple(front, behind).map(([head, tail]) => [...head, ...tail])
  return fc
    .tuple(fc.integer({ min: least, max: prefix.length }), front, behind)
    .map(([count, head, tail]) => (count < head.length ? head.slice(0, count) : [...head, ...tail]))
}

/** Items that match `contains`, as many as it asks, among others that do not. */
function withContains(
  constraints: Constraints,
  contains: Contains,
  pointer: string,
  builder: Builder,
): Arbitrary<readonly Json[]> | undefined {
  const { minItems } = constraints
  const every = itemSchema(constraints, 0)
  const matching: JsonSchema = conjunctionOf([every, contains.schema])
  const others: JsonSchema = conjunctionOf([every, { not: contains.schema }])
  const maxItems = Math.min(constraints.maxItems, Math.max(minItems, contains.minimum) + openSpan)
  const canMatch = isPossible(matching)
  const hasOthers = isPossible(others)
  const least = hasOthers ? contains.minimum : Math.max(contains.minimum, minItems)
  const most = canMatch ? Math.min(contains.maximum, maxItems, least + 2 + (hasOthers ? 0 : openSpan)) : 0
  if (most < least) return undefined
  const at = pointer + formatPointer([0])
  const matches =
    most === 0
      ? fc.constant([])
      : fc.array(builder.arbitraryOf(matching, at), { minLength: least, maxLength: most, size: 'max' })
  if (!hasOthers) return matches
  const fewest = Math.max(0, minItems - least)
  const room = maxItems - most
  // Too little room for both at their most: the matches stay at their fewest.
  const kept =
    room >= fewest
      ? matches
      : fc.array(builder.arbitraryOf(matching, at), { minLength: least, maxLength: least, size: 'max' })
  const rest = fc.array(builder.arbitraryOf(others, at), {
    minLength: fewest,
    maxLength: room >= fewest ? room : maxItems - least,
    size: 'max',
  })
  return fc.tuple(kept, rest, fc.nat(maxItems)).map(([some, more, turn]) => {
    const cut = turn % (more.length + 1)
    return [...more.slice(0, cut), ...some, ...more.slice(cut)]
  })
}

function areDistinct(items: readonly Json[]): boolean {
  return new Set(items.map(canonicalJson)).size === items.length
}

import type { Json, JsonSchema } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import { acceptorOf } from './acceptor-of.ts'
import { alternativeConstraints } from './alternative-constraints.ts'
import { arrayEdges } from './array-edges.ts'
import { boundedFilter } from './bounded-filter.ts'
import type { Builder } from './builder.ts'
import { builderOf } from './builder-of.ts'
import { checkSupported } from './check-supported.ts'
import type { Constraints } from './constraints.ts'
import type { Edge, FindEdges, PossibleEdge } from './edge.ts'
import { generatedTypes } from './generated-types.ts'
import { numberEdges } from './number-edges.ts'
import { objectEdges } from './object-edges.ts'
import type { SchemaOptions } from './schema-options.ts'
import { stringEdges } from './string-edges.ts'
import { withMemberOptions } from './with-member-options.ts'

/** In so many alternatives of the schema one edge is made; more would show the same limit again. */
const mostWays = 4

/**
 * Every limit of the schema, at every place, hit exactly and missed by one on the inner side: lengths, numbers, counts, each value of an enum, each type,
 * decimals, only the required members, and all. The values are whole instances that the schema accepts. Limits that no value can reach
 * (a uuid of 255 characters) have no edge; the longest and shortest that can be reached have one.
 * @throws UnsupportedSchemaError as `arbitraryOf` does.
 */
export function edgesOf(schema: JsonSchema, options: SchemaOptions = {}): readonly Edge[] {
  checkSupported(schema)
  const found = edgesFinder(builderOf(options))(withMemberOptions(schema, options), '')
  return found.flatMap(({ make, ...edge }) => {
    const values = make()
    return values === undefined ? [] : [{ ...edge, values }]
  })
}

function edgesFinder(builder: Builder): FindEdges {
  // By place as well: one schema may stand at several.
  const known = new WeakMap<object, Map<string, readonly PossibleEdge[]>>()
  const find: FindEdges = (schema, pointer) => {
    if (typeof schema === 'boolean') return []
    const places = known.get(schema) ?? new Map<string, readonly PossibleEdge[]>()
    known.set(schema, places)
    const edges =
      places.get(pointer) ??
      joined(alternativeConstraints(schema).flatMap((constraints) => edgesWithin(constraints, pointer, builder, find)))
    places.set(pointer, edges)
    return edges
  }
  return find
}

function edgesWithin(constraints: Constraints, pointer: string, builder: Builder, find: FindEdges): PossibleEdge[] {
  return plainEdges(constraints, pointer, builder, find).map((edge) => ({
    ...edge,
    make: () => {
      const made = edge.make()
      if (made === undefined || constraints.not.length === 0) return made
      return boundedFilter(made, acceptorOf({ not: { anyOf: constraints.not } }))
    },
  }))
}

function plainEdges(constraints: Constraints, pointer: string, builder: Builder, find: FindEdges): PossibleEdge[] {
  const exactly = (keyword: string, value: Json): PossibleEdge => {
    return { pointer, keyword, way: JSON.stringify(value), make: () => fc.constant(value) }
  }
  const { values } = constraints
  if (values !== undefined) return values.map((value) => exactly(values.length === 1 ? 'const' : 'enum', value))
  const types = generatedTypes(constraints)
  if (types === 'any') return []
  return types.flatMap((type) => {
    const only = { ...constraints, types: [type] }
    if (type === 'null') return types.length > 1 ? [exactly('type', null)] : []
    if (type === 'boolean') return [exactly('type', false), exactly('type', true)]
    if (type === 'string') return stringEdges(only, pointer, builder.options)
    if (type === 'array') return arrayEdges(only, pointer, builder, find)
    if (type === 'object') return objectEdges(only, pointer, builder, find)
    return numberEdges(only, pointer, type === 'integer')
  })
}

/** Edges of several alternatives that say the same are one edge, made in a few of them. */
function joined(edges: readonly PossibleEdge[]): readonly PossibleEdge[] {
  const groups = new Map<string, PossibleEdge[]>()
  for (const edge of edges) {
    const key = JSON.stringify([edge.pointer, edge.keyword, edge.way])
    groups.set(key, [...(groups.get(key) ?? []), edge])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ ...first, make: () => anyOfFirst(group) }]
  })
}

function anyOfFirst(group: readonly PossibleEdge[]): Arbitrary<Json> | undefined {
  const ways: Arbitrary<Json>[] = []
  for (const edge of group) {
    const made = ways.length < mostWays ? edge.make() : undefined
    if (made !== undefined) ways.push(made)
  }
  return ways.length < 2 ? ways[0] : fc.oneof(...ways)
}

import { formatPointer, type Json } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import { isPossible } from './alternative-constraints.ts'
import type { Builder } from './builder.ts'
import type { Constraints } from './constraints.ts'
import type { FindEdges, PossibleEdge } from './edge.ts'
import { additionalSchema, declaredMembers, memberSchema } from './member-schema.ts'
import { type ObjectWay, objectArbitrary } from './object-arbitrary.ts'
import { patternArbitrary } from './pattern-arbitrary.ts'

/** Objects with only the required members, with all, with the fewest and the most; and every edge of every member. */
export function objectEdges(
  constraints: Constraints,
  pointer: string,
  builder: Builder,
  find: FindEdges,
): PossibleEdge[] {
  const { minProperties, maxProperties, required } = constraints
  const edge = (keyword: string, way: string, objectWay: ObjectWay): PossibleEdge => {
    return {
      pointer,
      keyword,
      way,
      make: () => objectArbitrary(constraints, pointer, builder, objectWay) as Arbitrary<Json> | undefined,
    }
  }
  const names = declaredMembers(constraints).filter((name) => isPossible(memberSchema(constraints, name)))
  const hasChoice = names.length > required.size && minProperties <= required.size && maxProperties >= names.length
  const counts = new Map<string, PossibleEdge>()
  const count = (keyword: string, members: number, exact: string): void => {
    if (members < minProperties || members > maxProperties || members < required.size) return
    const way = `${exact}${members} member${members === 1 ? '' : 's'}`
    counts.set(`${keyword} ${way}`, edge(keyword, way, { members }))
  }
  if (minProperties > 0) {
    count('minProperties', minProperties, 'exactly ')
    count('minProperties', minProperties + 1, '')
  }
  if (Number.isFinite(maxProperties)) {
    count('maxProperties', maxProperties, 'exactly ')
    count('maxProperties', maxProperties - 1, '')
  }
  return [
    ...(hasChoice ? [edge('required', 'only required members', { members: 'required' })] : []),
    ...(hasChoice ? [edge('properties', 'every member', { members: 'all' })] : []),
    ...counts.values(),
    ...names.flatMap((name) => memberEdges(constraints, name, pointer, builder, find)),
    ...exampleNames(constraints).flatMap((name) => {
      const withName = { ...constraints, required: new Set([...required, name]) }
      return memberEdges(withName, name, pointer, builder, find)
    }),
  ]
}

function memberEdges(
  constraints: Constraints,
  name: string,
  pointer: string,
  builder: Builder,
  find: FindEdges,
): PossibleEdge[] {
  const inner = find(memberSchema(constraints, name), pointer + formatPointer([name]))
  return inner.map((edge) => ({
    ...edge,
    make: () => {
      const values = edge.make()
      return values && objectArbitrary(constraints, pointer, builder, { forced: { at: name, values } })
    },
  }))
}

/** One name for each kind of member that has no name of its own. */
function exampleNames(constraints: Constraints): readonly string[] {
  const additional = additionalSchema(constraints)
  const names = constraints.objectLayers.flatMap((layer) =>
    layer.patternProperties.flatMap(([pattern]) => {
      const matching = patternArbitrary(pattern.source, 0, 24)
      return matching === undefined ? [] : fc.sample(matching, { seed: 1, numRuns: 1 })
    }),
  )
  const candidates = additional === true ? names : [...names, 'key']
  const declared = new Set(declaredMembers(constraints))
  return candidates.filter((name) => !declared.has(name) && isPossible(memberSchema(constraints, name)))
}

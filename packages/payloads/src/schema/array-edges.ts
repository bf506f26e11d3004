import { formatPointer } from '@assay/contract'
import { isPossible } from './alternative-constraints.ts'
import { arrayArbitrary } from './array-arbitrary.ts'
import type { Builder } from './builder.ts'
import type { Constraints } from './constraints.ts'
import type { FindEdges, PossibleEdge } from './edge.ts'
import { itemSchema, prefixLength } from './item-schema.ts'

/** The shortest and longest lists and those one item inside, the fewest and most matches of `contains`, and every edge of the items. */
export function arrayEdges(
  constraints: Constraints,
  pointer: string,
  builder: Builder,
  find: FindEdges,
): PossibleEdge[] {
  const { minItems, maxItems, contains } = constraints
  const edges: PossibleEdge[] = []
  const items = (keyword: string, count: number, exact: string): void => {
    if (count < minItems || count > maxItems) return
    const way = `${exact}${count} item${count === 1 ? '' : 's'}`
    const make = (): ReturnType<PossibleEdge['make']> =>
      arrayArbitrary({ ...constraints, minItems: count, maxItems: count }, pointer, builder)
    edges.push({ pointer, keyword, way, make })
  }
  if (minItems > 0) {
    items('minItems', minItems, 'exactly ')
    items('minItems', minItems + 1, '')
  }
  if (Number.isFinite(maxItems)) {
    items('maxItems', maxItems, 'exactly ')
    items('maxItems', maxItems - 1, '')
  }
  const [first, ...others] = contains
  for (const [keyword, count] of [
    ['minContains', first?.minimum],
    ['maxContains', first?.maximum],
  ] as const) {
    if (first === undefined || count === undefined || !Number.isFinite(count)) continue
    const exactly = { ...first, minimum: count, maximum: count }
    const make = (): ReturnType<PossibleEdge['make']> =>
      arrayArbitrary({ ...constraints, contains: [exactly, ...others] }, pointer, builder)
    edges.push({ pointer, keyword, way: `exactly ${count} matching`, make })
  }
  const places = Array.from({ length: prefixLength(constraints) + 1 }, (_, index) => index)
  return [...edges, ...places.flatMap((index) => itemEdges(constraints, index, pointer, builder, find))]
}

function itemEdges(
  constraints: Constraints,
  index: number,
  pointer: string,
  builder: Builder,
  find: FindEdges,
): PossibleEdge[] {
  const schema = itemSchema(constraints, index)
  if (index >= constraints.maxItems || !isPossible(schema)) return []
  return find(schema, pointer + formatPointer([index])).map((edge) => ({
    ...edge,
    make: () => {
      const values = edge.make()
      return values && arrayArbitrary(constraints, pointer, builder, { at: index, values })
    },
  }))
}

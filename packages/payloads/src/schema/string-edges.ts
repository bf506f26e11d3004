import type { Arbitrary } from 'fast-check'
import type { Constraints } from './constraints.ts'
import { decimalEdges } from './decimal-edges.ts'
import type { PossibleEdge } from './edge.ts'
import { patternLengths } from './pattern-lengths.ts'
import type { SchemaOptions } from './schema-options.ts'
import { stringArbitrary } from './string-arbitrary.ts'

/** So far behind a limit the closest length is looked for where the limit cannot be reached (base64 has multiples of four). */
const farthest = 4

/** Longer texts are not made for what a pattern alone allows. */
const longest = 2000

/** The shortest and longest strings and those one character inside; decimals at their limits. */
export function stringEdges(constraints: Constraints, pointer: string, options: SchemaOptions): PossibleEdge[] {
  const { minLength, maxLength } = constraints
  const made = new Map<number, Arbitrary<string> | undefined>()
  const ofLength = (length: number): Arbitrary<string> | undefined => {
    if (!made.has(length)) {
      const isAllowed = length >= minLength && length <= maxLength
      made.set(
        length,
        isAllowed ? stringArbitrary({ ...constraints, minLength: length, maxLength: length }, options) : undefined,
      )
    }
    return made.get(length)
  }
  const edges: PossibleEdge[] =
    constraints.decimal === undefined ? [] : decimalEdges(constraints, constraints.decimal, pointer)
  const add = (keyword: string, limit: number, inner: 1 | -1): void => {
    const reached = closest(limit, inner, ofLength)
    if (reached === undefined) return
    const exact = `exactly ${counted(limit)}`
    const way = reached === limit ? exact : `${counted(reached)}, the ${inner < 0 ? 'most' : 'fewest'} possible`
    edges.push({ pointer, keyword, way, make: () => ofLength(reached) })
    const inside = limit + inner
    if (reached !== limit || ofLength(inside) === undefined) return
    edges.push({ pointer, keyword, way: counted(inside), make: () => ofLength(inside) })
  }
  if (minLength > 0) add('minLength', minLength, 1)
  if (Number.isFinite(maxLength)) add('maxLength', maxLength, -1)
  return [...edges, ...patternEdges(constraints, pointer, ofLength)]
}

/** A pattern such as `^[a-z]{1,64}$` has limits of its own, where no keyword says them. */
function patternEdges(
  { patterns, minLength, maxLength }: Constraints,
  pointer: string,
  ofLength: (length: number) => Arbitrary<string> | undefined,
): PossibleEdge[] {
  const [source, ...others] = patterns
  if (source === undefined || others.length > 0) return []
  const { least, most } = patternLengths(source)
  if (least === most) return []
  const lengths = [
    ...(least < minLength ? [] : [least, least + 1]),
    ...(most > maxLength || most > longest ? [] : [most, most - 1]),
  ]
  return [...new Set(lengths)].map((length) => {
    const exact = length === least || length === most ? 'exactly ' : ''
    return { pointer, keyword: 'pattern', way: `${exact}${counted(length)}`, make: () => ofLength(length) }
  })
}

function closest(limit: number, inner: 1 | -1, ofLength: (length: number) => unknown): number | undefined {
  for (let away = 0; away <= farthest; away++) {
    const length = limit + inner * away
    if (length >= 0 && ofLength(length) !== undefined) return length
  }
  return undefined
}

function counted(length: number): string {
  return `${length} character${length === 1 ? '' : 's'}`
}

import { formatPointer, type Json, type JsonSchema } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import { acceptorOf } from './acceptor-of.ts'
import { isPossible } from './alternative-constraints.ts'
import { boundedFilter } from './bounded-filter.ts'
import type { Builder } from './builder.ts'
import { conjunctionOf } from './conjunction-of.ts'
import type { Constraints } from './constraints.ts'
import { additionalSchema, declaredMembers, memberSchema } from './member-schema.ts'
import { patternArbitrary } from './pattern-arbitrary.ts'
import { hyphenated, textArbitrary } from './text-arbitrary.ts'

/** Members beyond the declared ones, at least and at most so many, with names of their own. */
export type ExtraMembers = (least: number, most: number) => Arbitrary<readonly (readonly [string, Json])[]>

const longestName = 24

/**
 * Members that a schema describes by pattern or as additional; undefined where it describes none. Those it merely does not forbid are only made when
 * the options or `minProperties` (`isNeeded`) ask for them.
 */
export function extraMembers(
  constraints: Constraints,
  pointer: string,
  builder: Builder,
  isNeeded: boolean,
): ExtraMembers | undefined {
  const declared = new Set(declaredMembers(constraints))
  const patterns = constraints.objectLayers.flatMap((layer) => layer.patternProperties.map(([pattern]) => pattern))
  const additional = additionalSchema(constraints)
  const isDescribed = additional !== true || builder.options.additionalMembers === true || isNeeded
  const sources: Arbitrary<readonly [string, Json]>[] = []
  const add = (names: Arbitrary<string> | undefined, schema: JsonSchema): void => {
    if (names === undefined || !isPossible(schema)) return
    sources.push(fc.tuple(names, builder.arbitraryOf(schema, `${pointer}${formatPointer(['*'])}`)))
  }
  for (const pattern of patterns) {
    const matching = patternArbitrary(pattern.source, 0, longestName)
    // A name that matches two patterns has to satisfy both: it is left out, so that all names of one source have one schema.
    const names =
      matching &&
      boundedFilter(
        matching,
        (name) =>
          isPlainName(name) &&
          !declared.has(name) &&
          patterns.every((other) => other.source === pattern.source || !other.test(name)) &&
          memberSchema(constraints, name) !== false,
      )
    if (names !== undefined) add(names, memberSchema(constraints, fc.sample(names, { seed: 1, numRuns: 1 })[0] ?? ''))
  }
  if (isDescribed && isPossible(additional)) {
    const names = boundedFilter(
      additionalNames(constraints, builder, pointer),
      (name) => isPlainName(name) && !declared.has(name) && !patterns.some((pattern) => pattern.test(name)),
    )
    add(names, additional)
  }
  if (sources.length === 0) return undefined
  return (minLength, maxLength) =>
    fc.uniqueArray(fc.oneof(...sources), { selector: ([name]) => name, minLength, maxLength, size: 'max' })
}

function additionalNames(constraints: Constraints, builder: Builder, pointer: string): Arbitrary<string> {
  if (constraints.propertyNames.length === 0) return textArbitrary(1, 12, hyphenated)
  const schema = conjunctionOf([{ type: 'string' }, ...constraints.propertyNames])
  const accepts = acceptorOf(schema)
  const names = builder.arbitraryOf(schema, pointer) as Arbitrary<string>
  return boundedFilter(names, accepts) ?? names
}

function isPlainName(name: string): boolean {
  return name !== '__proto__'
}

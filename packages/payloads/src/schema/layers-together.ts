import type { JsonSchema } from '@assay/contract'
import { conjunctionOf } from './conjunction-of.ts'
import type { ObjectLayer } from './constraints.ts'

/** What a list of layers was made from, so that what is known of its beginning need not be found again. */
const grownFrom = new WeakMap<
  readonly ObjectLayer[],
  readonly [before: readonly ObjectLayer[], added: readonly ObjectLayer[]]
>()
const membersOf = new WeakMap<readonly ObjectLayer[], Map<string, JsonSchema>>()
/** Names that nobody declared come up without end. */
const MOST_KNOWN = 500

/** All layers of both, each once. */
export function layersTogether(left: readonly ObjectLayer[], right: readonly ObjectLayer[]): readonly ObjectLayer[] {
  const added = left.length === 0 ? right : right.filter((layer) => !left.includes(layer))
  if (added.length === 0) return left
  if (left.length === 0) return right
  const together = [...left, ...added]
  grownFrom.set(together, [left, added])
  return together
}

/** What all layers together say of the member of this name. */
export function memberInLayers(layers: readonly ObjectLayer[], name: string): JsonSchema {
  const members = membersOf.get(layers) ?? new Map<string, JsonSchema>()
  membersOf.set(layers, members)
  const known = members.get(name)
  if (known !== undefined) return known
  const [before, added] = grownFrom.get(layers) ?? [undefined, layers]
  const schemas = added.flatMap((layer) => memberInLayer(layer, name))
  const member = conjunctionOf(before === undefined ? schemas : [memberInLayers(before, name), ...schemas])
  if (members.size < MOST_KNOWN) members.set(name, member)
  return member
}

function memberInLayer(
  { properties, patternProperties, additionalProperties }: ObjectLayer,
  name: string,
): readonly JsonSchema[] {
  const declared = properties.get(name)
  const matching = patternProperties.filter(([pattern]) => pattern.test(name)).map(([, schema]) => schema)
  if (declared !== undefined) return [declared, ...matching]
  return matching.length === 0 ? [additionalProperties] : matching
}

import { isJsonNumber, isJsonObject, type Json, type JsonSchema } from '@assay/contract'
import { acceptorOf } from './acceptor-of.ts'
import { alternativeConstraints } from './alternative-constraints.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Constraints } from './constraints.ts'
import { itemSchema } from './item-schema.ts'
import { memberSchema } from './member-schema.ts'
import { plainSchemaOf } from './plain-schema-of.ts'

/** How simple a value is, most important first. Each part is a natural number or a text of bounded length: no value can become simpler for ever. */
export interface Simplicity {
  /** How far down the lists of alternatives and of enum values one has to go to find it. */
  readonly rank: number
  readonly members: number
  readonly length: number
  readonly text: string
}

/** How simple a value of the schema is. */
export function simplicityOf(schema: JsonSchema, value: Json): Simplicity {
  const text = canonicalJson(value)
  // `a` is the simplest character that shrinking knows.
  return {
    rank: rankOf(schema, value),
    members: membersOf(value),
    length: text.length,
    text: text.replaceAll('a', '\0'),
  }
}

/** Whether the first is strictly simpler than the second. */
export function isSimpler(left: Simplicity, right: Simplicity): boolean {
  if (left.rank !== right.rank) return left.rank < right.rank
  if (left.members !== right.members) return left.members < right.members
  if (left.length !== right.length) return left.length < right.length
  return left.text < right.text
}

/** The first alternative of a schema that a value satisfies, with its place in the list. */
export function alternativeWith(
  schema: JsonSchema,
  value: Json,
): { index: number; constraints: Constraints } | undefined {
  const alternatives = alternativeConstraints(schema)
  const index =
    alternatives.length === 1 ? 0 : alternatives.findIndex((constraints) => acceptorWithin(constraints)(value))
  const constraints = alternatives[index]
  return constraints && { index, constraints }
}

const acceptors = new WeakMap<Constraints, (value: Json) => boolean>()

/** Whether values satisfy one alternative. */
export function acceptorWithin(constraints: Constraints): (value: Json) => boolean {
  const accepts = acceptors.get(constraints) ?? acceptorOf(plainSchemaOf(constraints))
  acceptors.set(constraints, accepts)
  return accepts
}

function rankOf(schema: JsonSchema, value: Json): number {
  const found = alternativeWith(schema, value)
  if (found === undefined) return 0
  const { index, constraints } = found
  if (constraints.values !== undefined) {
    const text = canonicalJson(value)
    return (
      index +
      Math.max(
        0,
        constraints.values.findIndex((known) => canonicalJson(known) === text),
      )
    )
  }
  return index + innerRank(constraints, value)
}

function innerRank(constraints: Constraints, value: Json): number {
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item: Json, at) => sum + rankOf(itemSchema(constraints, at), item), 0)
  }
  if (!isJsonObject(value)) return 0
  return Object.entries(value).reduce((sum, [name, member]) => sum + rankOf(memberSchema(constraints, name), member), 0)
}

function membersOf(value: Json): number {
  if (typeof value !== 'object' || value === null || isJsonNumber(value)) return 0
  return Object.values(value).reduce<number>((sum, member: Json) => sum + 1 + membersOf(member), 0)
}

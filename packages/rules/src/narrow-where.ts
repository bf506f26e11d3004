import { formatPointer, type JsonSchema, type JsonSchemaObject, type Premise, parsePointer } from '@assay/contract'
import type { Account } from './account.ts'
import { mergeSchemas } from './merge-schemas.ts'
import { narrowAt } from './narrow-at.ts'
import { premiseFails, premiseSchema } from './narrow-to-premises.ts'
import { schemaWithin } from './schema-within.ts'

/**
 * The schema of a body with a consequence that holds wherever the premises do. It is said as `anyOf` at the deepest object that holds all the places
 * involved, one branch a way the premises may turn out, so that an optional object stays optional.
 */
export function narrowWhere(
  schema: JsonSchema,
  premises: readonly Premise[] | undefined,
  at: string,
  consequence: JsonSchema,
  account: Account,
): JsonSchema {
  if (premises === undefined || premises.length === 0) return narrowAt(schema, at, consequence)
  const place = commonPlace(
    parsePointer(at),
    premises.map((premise) => parsePointer(premise.at).slice(0, -1)),
  )
  const inner = premises.map((premise) => ({ ...premise, at: premise.at.slice(place.length) }))
  const holds = inner.map((premise) => premiseSchema(premise, account)).reduce(mergeSchemas, true)
  const branches = [
    narrowAt(holds, at.slice(place.length), consequence),
    ...inner.flatMap((premise) => premiseFails(premise, account)),
  ]
  const object = schemaWithin(schema, place)
  const possible = branches.filter((branch) => branch !== false && mergeSchemas(object ?? true, branch) !== false)
  const only = possible[0]
  return narrowAt(
    schema,
    place,
    possible.length === 1 && only !== undefined ? only : ({ anyOf: possible } as JsonSchemaObject),
  )
}

/** The deepest place that is above, or is, every one of the places. */
function commonPlace(first: readonly string[], others: readonly (readonly string[])[]): string {
  const length = first.findIndex((token, index) => others.some((tokens) => tokens[index] !== token))
  return formatPointer(length === -1 ? first : first.slice(0, length))
}

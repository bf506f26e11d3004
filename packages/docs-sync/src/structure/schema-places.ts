import { isJsonObject, type Json, type JsonObject } from '@assay/contract'
import { resolve } from './resolve.ts'

/** More fields than any operation has: schemas that refer to one another multiply. */
const MAXIMUM_PLACES = 5_000

/** The places of a schema, itself first: each without what has a place of its own below it. A schema inside itself is not followed. */
export function* schemaPlaces(
  document: JsonObject,
  schema: Json | undefined,
  place: string,
): Generator<[string, Json]> {
  const budget = { left: MAXIMUM_PLACES }
  yield* placesWithin(document, schema, place, [], budget)
}

function* placesWithin(
  document: JsonObject,
  schema: Json | undefined,
  place: string,
  open: readonly string[],
  budget: { left: number },
): Generator<[string, Json]> {
  const reference = isJsonObject(schema) && typeof schema.$ref === 'string' ? schema.$ref : undefined
  if (reference !== undefined && open.includes(reference)) return
  const resolved = resolve(document, schema)
  if (resolved === undefined || budget.left <= 0) return
  budget.left -= 1
  const inside = reference === undefined ? open : [...open, reference]
  const { properties, items, oneOf, anyOf, allOf, ...own } = resolved
  yield [place, own]
  for (const [name, member] of Object.entries(isJsonObject(properties) ? properties : {})) {
    yield* placesWithin(document, member, `${place}/${name}`, inside, budget)
  }
  if (items !== undefined) yield* placesWithin(document, items, `${place}/items`, inside, budget)
  for (const [keyword, members] of Object.entries({ allOf, oneOf, anyOf })) {
    for (const [index, member] of (Array.isArray(members) ? members : []).entries()) {
      yield* placesWithin(document, member, `${place}/${keyword}/${index}`, inside, budget)
    }
  }
}

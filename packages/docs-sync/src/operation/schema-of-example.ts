import { isJsonNumber, isJsonObject, type Json, type JsonObject } from '@assay/contract'

/** The JSON Schema that an example shows: types and members. What is null or an empty list tells no type. */
export function schemaOfExample(value: Json): JsonObject {
  if (Array.isArray(value))
    return { type: 'array', ...(value[0] === undefined ? {} : { items: schemaOfExample(value[0] as Json) }) }
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(([name, member]) => [name, schemaOfExample(member)])
    return { type: 'object', ...(members.length === 0 ? {} : { properties: Object.fromEntries(members) }) }
  }
  return typeOfExample(value)
}

/** The JSON type of an example; nothing for null. */
export function typeOfExample(value: Json): JsonObject {
  if (value === null) return {}
  if (Array.isArray(value)) return { type: 'array' }
  if (isJsonObject(value)) return { type: 'object' }
  if (isJsonNumber(value))
    return { type: Number.isInteger(Number(value)) && !String(value).includes('.') ? 'integer' : 'number' }
  return { type: typeof value }
}

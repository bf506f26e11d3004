import { formatPointer, isJsonObject, type Json, type JsonObject } from '@assay/contract'

/** A schema with members, and where it stands. */
export interface ObjectSchema {
  readonly pointer: string
  readonly schema: JsonObject
  readonly properties: JsonObject
}

/** Deeper than schemas nest. */
const MAXIMUM_DEPTH = 100

/** Every schema with `properties` in a document, examples aside. */
export function* objectSchemas(document: JsonObject): Generator<ObjectSchema> {
  const waiting: { readonly value: Json; readonly at: readonly string[]; readonly isMap: boolean }[] = [
    { value: document, at: [], isMap: false },
  ]
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const { value, at, isMap } = entry
    if (typeof value !== 'object' || value === null || at.length > MAXIMUM_DEPTH) continue
    if (isJsonObject(value) && !isMap && isJsonObject(value.properties)) {
      yield { pointer: formatPointer(at), schema: value, properties: value.properties }
    }
    for (const [name, member] of Object.entries(value)) {
      if (!isMap && ['example', 'examples', 'value', 'default', 'enum', 'const'].includes(name)) continue
      waiting.push({ value: member as Json, at: [...at, name], isMap: !isMap && name === 'properties' })
    }
  }
}

import { formatPointer, isJsonObject, type Json } from '@assay/contract'

/** JSON Pointers of every member of a JSON object and of the objects in it, parents before children; null counts as absent. */
export function memberPointers(value: Json, above: readonly string[] = []): readonly string[] {
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => {
    if (member === null) return []
    const tokens = [...above, name]
    return [formatPointer(tokens), ...memberPointers(member, tokens)]
  })
}

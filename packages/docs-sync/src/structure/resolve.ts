import { isJsonObject, type Json, type JsonObject, valueAt } from '@assay/contract'

/** References that lead to references: more than any document needs. */
const MAXIMUM_STEPS = 20

/** The object a reference inside the document leads to, or the object itself; undefined where it leads nowhere. */
export function resolve(document: JsonObject, value: Json | undefined): JsonObject | undefined {
  let current = value
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    if (!isJsonObject(current)) return undefined
    const { $ref, ...siblings } = current
    if (typeof $ref !== 'string') return current
    if (!$ref.startsWith('#/')) return undefined
    const target = valueAt(document, decodeReference($ref.slice(1)))
    current = isJsonObject(target) ? { ...target, ...siblings } : undefined
  }
  return undefined
}

function decodeReference(pointer: string): string {
  try {
    return decodeURIComponent(pointer)
  } catch {
    // A broken percent-encoding stands for itself.
    return pointer
  }
}

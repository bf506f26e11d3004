import type { JsonSchema } from '@assay/contract'

const pairs = new WeakMap<object, WeakMap<object, JsonSchema>>()

/** One schema that says what all of them say. The same schemas give the same object, so that what is known of it is found again. */
export function conjunctionOf(schemas: readonly JsonSchema[]): JsonSchema {
  let result: JsonSchema = true
  for (const schema of schemas) {
    if (schema === false || result === false) return false
    if (schema === true || schema === result) continue
    result = result === true ? schema : pairOf(result, schema)
  }
  return result
}

function pairOf(left: JsonSchema & object, right: JsonSchema & object): JsonSchema {
  let known = pairs.get(left)
  if (known === undefined) {
    known = new WeakMap()
    pairs.set(left, known)
  }
  const pair = known.get(right) ?? { allOf: [left, right] }
  known.set(right, pair)
  return pair
}

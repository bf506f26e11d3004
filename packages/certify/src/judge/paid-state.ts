import { formatPointer, type Json, type JsonSchema, valueAt } from '@assay/contract'

const stateName = /^(payment_?)?(status|state)$/i
const paid = /^(paid|over_?paid|completed?|confirmed|settled|deposited|finished|captured)$/i

/** A state in the answer to a new payment that means it is paid already, with its place; only documented members are looked at. */
export function paidState(
  body: Json | undefined,
  schema: JsonSchema,
): { readonly at: string; readonly value: string } | undefined {
  for (const at of pointersOf(schema)) {
    const value = valueAt(body, at)
    if (typeof value === 'string' && paid.test(value)) return { at, value }
  }
  return undefined
}

/** Every answer of an operation is looked at for the same members. */
const known = new WeakMap<object, readonly string[]>()

function pointersOf(schema: JsonSchema): readonly string[] {
  if (typeof schema === 'boolean') return []
  const pointers = known.get(schema) ?? statePointers(schema, [])
  known.set(schema, pointers)
  return pointers
}

function statePointers(schema: JsonSchema, tokens: readonly string[]): readonly string[] {
  if (typeof schema === 'boolean' || tokens.length > 6) return []
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const below = [...tokens, name]
    return [...(stateName.test(name) ? [formatPointer(below)] : []), ...statePointers(member, below)]
  })
  const branches = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]
  return [...own, ...branches.flatMap((branch) => statePointers(branch, tokens))]
}

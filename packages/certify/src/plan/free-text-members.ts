import type { Operation } from '@assay/contract'
import { referencePointers } from './reference-pointers.ts'
import { topMembers } from './top-members.ts'

/** Kinds of rules that leave a text free, but for its length and whether it is there. */
const free = new Set(['required', 'type', 'minLength', 'maxLength', 'unique', 'not-checkable', 'required-if'])

/** JSON Pointers of the members at the top of a request body that take any text: the merchant's own references come last. */
export function freeTextMembers(operation: Operation): readonly string[] {
  const references = referencePointers(operation)
  const taken = new Set([
    ...operation.roles.filter(({ role }) => role !== 'reference').map(({ at }) => at),
    ...operation.rules.filter(({ side, kind }) => side === 'request' && !free.has(kind)).map(({ at }) => at),
  ])
  const pointers = topMembers(operation).flatMap(({ at, schema: member }) => {
    if (![member.type].flat().includes('string') || taken.has(at)) return []
    const { pattern, format, enum: values, const: only } = member
    return [pattern, format, values, only].every((keyword) => keyword === undefined) ? [at] : []
  })
  return pointers.toSorted((one, other) => Number(references.includes(one)) - Number(references.includes(other)))
}

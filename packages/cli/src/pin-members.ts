import {
  type Contract,
  formatPointer,
  isJsonNumber,
  type Json,
  type JsonSchema,
  type JsonTypeName,
  nearestName,
  parsePointer,
} from '@assay/contract'
import { UsageError } from './usage-error.ts'

/** Members of the request bodies that may be pinned: JSON Pointer to the types that the contract allows there. */
export type Members = ReadonlyMap<string, ReadonlySet<JsonTypeName>>

/** An error for a pointer at which no request body of the provider has a member, with the nearest one. */
export function unknownMember(pointer: string, members: Members, provider: string, place = ''): UsageError {
  const near = nearestName(pointer, [...members.keys()])
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`
  return new UsageError(`${place}No request body of ${provider} has a member at "${pointer}".${hint}`)
}

/** Whether a value is of one of the types. */
export function fits(value: Json, types: ReadonlySet<JsonTypeName>): boolean {
  if (value === null) return types.has('null')
  if (Array.isArray(value)) return types.has('array')
  if (typeof value === 'boolean') return types.has('boolean')
  if (typeof value === 'string') return types.has('string')
  if (isJsonNumber(value)) return types.has('number') || (types.has('integer') && /^-?\d+$/.test(String(value)))
  return types.has('object')
}

/** The members that the contract's request bodies may have. */
export function membersOf({ operations }: Contract): Members {
  const members = new Map<string, Set<JsonTypeName>>()
  for (const { request } of operations) if (request !== undefined) collect(request.schema, '', members)
  return members
}

function collect(schema: JsonSchema, pointer: string, members: Map<string, Set<JsonTypeName>>): void {
  if (typeof schema === 'boolean') return
  if (pointer !== '') {
    const types = members.get(pointer) ?? new Set()
    for (const type of typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])) types.add(type)
    members.set(pointer, types)
  }
  for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
    collect(part, pointer, members)
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    collect(member, formatPointer([...parsePointer(pointer), name]), members)
  }
}

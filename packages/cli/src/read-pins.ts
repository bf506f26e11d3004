import {
  type Contract,
  formatPointer,
  isJsonNumber,
  type Json,
  type JsonSchema,
  type JsonTypeName,
  nearestName,
  parseJson,
  parsePointer,
} from '@assay/contract'
import { UsageError } from './usage-error.ts'

/** Members of the request bodies that may be pinned: JSON Pointer to the types that the contract allows there. */
type Members = ReadonlyMap<string, ReadonlySet<JsonTypeName>>

/**
 * Reads `/pointer=value` settings for a contract: each value by the type that its request schema has at the pointer. A pointer that only another of
 * the contracts has is left to that one.
 * @throws UsageError when the form is wrong, no request body has such a member, or the value is not of its type.
 */
export function readPins(
  settings: readonly string[],
  contract: Contract,
  contracts: readonly Contract[] = [contract],
): ReadonlyMap<string, Json> {
  const members = membersOf(contract)
  const elsewhere = new Set(contracts.flatMap((other) => [...membersOf(other).keys()]))
  const own = settings.filter((setting) => {
    const pointer = setting.split('=', 1)[0] ?? ''
    return members.has(pointer) || !elsewhere.has(pointer)
  })
  return new Map(own.map((setting) => readPin(setting, members, contract.provider)))
}

function readPin(setting: string, members: Members, provider: string): readonly [string, Json] {
  const split = setting.indexOf('=')
  if (!setting.startsWith('/') || split < 0) {
    throw new UsageError(`--set takes /pointer=value, such as /amount=100.00, not "${setting}".`)
  }
  const pointer = setting.slice(0, split)
  const types = members.get(pointer)
  if (types === undefined) {
    const near = nearestName(pointer, [...members.keys()])
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`
    throw new UsageError(`No request body of ${provider} has a member at "${pointer}".${hint}`)
  }
  return [pointer, readValue(setting.slice(split + 1), types, pointer)]
}

/** A string stays what was typed; anything else is JSON of one of the types. */
function readValue(text: string, types: ReadonlySet<JsonTypeName>, pointer: string): Json {
  const value = types.size === 1 && types.has('string') ? undefined : jsonOf(text)
  if (value !== undefined && fits(value, types)) return value
  if (types.has('string') || types.size === 0) return text
  throw new UsageError(`--set ${pointer} takes a value of type ${[...types].join(' or ')}, not "${text}".`)
}

function jsonOf(text: string): Json | undefined {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}

function fits(value: Json, types: ReadonlySet<JsonTypeName>): boolean {
  if (value === null) return types.has('null')
  if (Array.isArray(value)) return types.has('array')
  if (typeof value === 'boolean') return types.has('boolean')
  if (typeof value === 'string') return false
  if (isJsonNumber(value)) return types.has('number') || (types.has('integer') && /^-?\d+$/.test(String(value)))
  return types.has('object')
}

function membersOf({ operations }: Contract): Members {
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

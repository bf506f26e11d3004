import { type Contract, type Json, type JsonTypeName, parseJson } from '@assay/contract'
import { fits, type Members, membersOf, unknownMember } from './pin-members.ts'
import { UsageError } from './usage-error.ts'

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
  if (types === undefined) throw unknownMember(pointer, members, provider)
  return [pointer, readValue(setting.slice(split + 1), types, pointer)]
}

/** A string stays what was typed; anything else is JSON of one of the types. */
function readValue(text: string, types: ReadonlySet<JsonTypeName>, pointer: string): Json {
  const value = types.size === 1 && types.has('string') ? undefined : jsonOf(text)
  if (value !== undefined && typeof value !== 'string' && fits(value, types)) return value
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

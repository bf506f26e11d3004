import { type Contract, type Json, parseJson } from '@assay/contract'
import { fits, membersOf, unknownMember } from '../pin-members.ts'
import { UsageError } from '../usage-error.ts'
import { placeText } from './config-source.ts'
import type { LoadedConfig } from './read-config.ts'

/**
 * The pins that a config has for a contract's provider, by JSON Pointer into the body.
 * @throws UsageError where no request body has such a member, or the value is not of its type.
 */
export function configPins(loaded: LoadedConfig | undefined, contract: Contract): ReadonlyMap<string, Json> {
  const pins = loaded?.config.providers?.[contract.provider]?.pins
  if (loaded === undefined || pins === undefined) return new Map()
  const members = membersOf(contract)
  return new Map(
    Object.entries(pins).map(([pointer, written]) => {
      const path = ['providers', contract.provider, 'pins']
      const place = `${placeText(loaded.source, loaded.source.place(path, pointer))}: `
      const types = members.get(pointer)
      if (types === undefined) throw unknownMember(pointer, members, contract.provider, place)
      const value = jsonOf(written, loaded.source.numberText([...path, pointer]))
      if (value !== undefined && (types.size === 0 || fits(value, types))) return [pointer, value] as const
      const quoted = types.has('string') && typeof written === 'number' ? ': put it in quotes' : ''
      throw new UsageError(`${place}The pin ${pointer} takes a value of type ${[...types].join(' or ')}${quoted}.`)
    }),
  )
}

/** A value as exact JSON; undefined for what JSON has no form for. */
function jsonOf(written: unknown, numberText: string | undefined): Json | undefined {
  const text =
    numberText !== undefined && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(numberText) ? numberText : JSON.stringify(written)
  if (text === undefined || (typeof written === 'number' && !Number.isFinite(written))) return undefined
  return parseJson(text)
}

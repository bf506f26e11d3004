import type { Contract } from './contract.ts'
import { isJsonObject, type Json } from './json.ts'
import { stringifyJson } from './json-text.ts'

/** Lists and objects that fit on a line of this many characters stand on one. */
const LINE = 120

/** The text of `contract.json`: the members in the contract's own order, short values on one line, a line feed at the end. Equal contracts give equal texts. */
export function formatContract(contract: Contract): string {
  return `${format(contract as unknown as Json, '')}\n`
}

function format(value: Json, indent: string): string {
  const flat = stringifyJson(value)
  if (!Array.isArray(value) && !isJsonObject(value)) return flat
  if (flat.length + indent.length <= LINE && !flat.includes('{', 1)) return flat
  const below = `${indent}  `
  const lines = Array.isArray(value)
    ? value.map((item: Json) => format(item, below))
    : Object.entries(value as { [name: string]: Json }).map(
        ([name, member]) => `${JSON.stringify(name)}: ${format(member, below)}`,
      )
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return lines.length === 0 ? flat : `${open}\n${lines.map((line) => below + line).join(',\n')}\n${indent}${close}`
}

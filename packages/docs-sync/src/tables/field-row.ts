import type { Json, JsonObject } from '@assay/contract'
import type { Row } from '../blocks/block.ts'
import { type FlatField, fieldPath } from '../operation/nest-fields.ts'
import { typeWords } from '../operation/type-words.ts'
import type { ColumnRoles } from './column-roles.ts'
import { proseConstraints } from './prose-constraints.ts'

const MARK = /^(.*?)[\s,(*-]*\b(required|mandatory|optional)\b\)?$/i
/** What shows in front of a name that it belongs to the field above. */
const INDENT = /^(?:(?:[└├│─↳›»→>•·-]|&nbsp;)\s*)+/

/**
 * A row of a table of fields as a field; undefined for a row without a name.
 * @param parent The path of the field whose members the table lists; empty for the body itself.
 * @param above The path of the field in the row above.
 */
export function fieldRow(
  row: Row,
  roles: ColumnRoles,
  parent: readonly string[],
  above: readonly string[],
  tell: (message: string, line: number) => void,
): FlatField | undefined {
  const cell = (index: number | undefined): string => (index === undefined ? '' : (row.cells[index] ?? '').trim())
  const { name, marked } = nameAndMark(cell(roles.name))
  if (name === '') {
    if (row.cells.some((text) => text.trim() !== ''))
      tell('A row of a table of fields has no name; it is left out.', row.line)
    return undefined
  }
  const bare = name.replace(INDENT, '')
  const depth = depthOf(name.slice(0, name.length - bare.length))
  const required = marked ?? requiredMark(cell(roles.required)) ?? requiredMark(lastWord(cell(roles.type)))
  const typeText = cell(roles.type).replace(/[\s,(]*\b(?:required|mandatory|optional)\b\)?$/i, '')
  const type = typeWords(typeText)
  if (type === undefined && roles.type !== undefined)
    tell(`The type "${typeText}" of "${bare}" is none that is known; it is left open.`, row.line)
  const description = cell(roles.description)
  const schema = {
    ...type,
    ...(type?.type === 'string' && type.format === undefined ? proseConstraints(description) : {}),
    ...values(cell(roles.values), type),
    ...(description === '' ? {} : { description }),
    ...annotated('default', cell(roles.default), type),
    ...annotated('examples', cell(roles.example), type),
  }
  const own = fieldPath(bare)
  const inside = parent.length > 0 && own[0] !== parent[0]
  const path = depth > 0 ? [...above.slice(0, parent.length + depth), ...own] : inside ? [...parent, ...own] : own
  return { path, schema, line: row.line, ...(required === undefined ? {} : { required }) }
}

/** How deep the marks in front of a name put it: one level an arrow, or one for dashes alone. */
function depthOf(marks: string): number {
  const arrows = [...marks].filter((character) => '└├↳›»→>•·'.includes(character)).length
  return arrows > 0 ? arrows : marks.trim() === '' ? 0 : 1
}

function nameAndMark(cell: string): { name: string; marked?: boolean } {
  const text = cell.replaceAll('`', '')
  const match = MARK.exec(text)
  const name = match?.[1]?.trim()
  if (match !== null && name !== undefined && name !== '')
    return { name, marked: match[2]?.toLowerCase() !== 'optional' }
  if (/\*$/.test(text)) return { name: text.replace(/\s*\*+$/, ''), marked: true }
  return /\?$/.test(text) ? { name: text.slice(0, -1).trim(), marked: false } : { name: text }
}

function requiredMark(text: string): boolean | undefined {
  const word = text.trim().toLowerCase()
  if (/^(?:yes|y|true|required|mandatory|m|✓|✔|✅|x|1|always)$/.test(word)) return true
  if (/^(?:no|n|false|optional|o|-|–|—|✗|❌|0)$/.test(word)) return false
  return undefined
}

function lastWord(text: string): string {
  const word = /\b(required|mandatory|optional)\)?$/i.exec(text)?.[1]
  return word ?? ''
}

function values(text: string, type: JsonObject | undefined): JsonObject {
  const list = text
    .split(/[,|\n]|\s+or\s+/)
    .map((value) => value.replaceAll(/["'`“”]/g, '').trim())
    .filter((value) => value !== '')
  return list.length < 2 ? {} : { enum: list.map((value) => typed(value, type)) }
}

function annotated(name: 'default' | 'examples', text: string, type: JsonObject | undefined): JsonObject {
  if (text === '' || /^(?:-|–|—|n\/a|none)$/i.test(text)) return {}
  const value = typed(text.replace(/^["'`](.*)["'`]$/, '$1'), type)
  return { [name]: name === 'examples' ? [value] : value }
}

/** A cell's text as a value of the field's type; text where it is none. */
function typed(text: string, type: JsonObject | undefined): Json {
  const kind = type?.type
  if ((kind === 'integer' || kind === 'number') && /^-?\d{1,15}(?:\.\d{1,8})?$/.test(text)) return Number(text)
  if (kind === 'boolean' && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  return text
}

import type { JsonObject } from '@assay/contract'
import type { Line } from '../blocks/block.ts'

/** The description of a field whose name and type the page lost. */
export interface NamelessField {
  readonly description: string
  /** What printed limits and options tell. */
  readonly keywords: JsonObject
  readonly line: number
}

const RANGE = /^(\d{1,6}) - (\d{1,6})(?=[A-Z]|$)/
const LENGTH = /^(\d{1,6})(?=[A-Z]|$)/
const OPTIONS = /^([a-z][a-z0-9_]*(?:, [a-z][a-z0-9_]*)+)(?: (?=[A-Z])|$)/

/**
 * The fields of a section that kept only descriptions, a line each. What is glued in front of a line (limits, options) belongs to the field
 * above; list items go on with it until a sentence ends.
 */
export function namelessFields(lines: readonly Line[]): readonly NamelessField[] {
  const fields: { description: string; keywords: JsonObject; line: number }[] = []
  let inItem = false
  for (const { text, line } of lines) {
    let rest = text
    const last = fields.at(-1)
    if (/^[-•*]$/.test(rest)) {
      inItem = true
      continue
    }
    if (/^(?:show|hide) child attributes$/i.test(rest)) {
      if (last !== undefined) last.keywords = { ...last.keywords, type: 'object' }
      inItem = false
      continue
    }
    if (last !== undefined) {
      const range = RANGE.exec(rest)
      const length = range === null ? LENGTH.exec(rest) : null
      const options = OPTIONS.exec(rest)
      if (range !== null) last.keywords = { ...last.keywords, minLength: Number(range[1]), maxLength: Number(range[2]) }
      if (length !== null) last.keywords = { ...last.keywords, maxLength: Number(length[1]) }
      if (options !== null) last.keywords = { ...last.keywords, enum: (options[1] ?? '').split(', ') }
      rest = rest.slice((range ?? length ?? options)?.[0].length ?? 0)
    }
    if (rest === '') continue
    if (inItem && last !== undefined) {
      last.description += ` ${rest}`
      if (rest.endsWith('.')) inItem = false
    } else fields.push({ description: rest, keywords: {}, line })
  }
  return fields
}

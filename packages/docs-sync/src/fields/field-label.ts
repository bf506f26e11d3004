import { type Json, type JsonObject, parseJson } from '@assay/contract'
import type { Segment } from '../messages/segment.ts'

/** What a label and its value say of a field. */
export interface FieldConstraint {
  readonly keywords: JsonObject
  /** The index of the last segment that belongs to it. */
  readonly last: number
}

const LABEL =
  /^(examples?|available options|allowed value|required range|required string length|maximum string length|minimum string length|required array length|maximum array length|minimum array length|pattern|format):\s*(.*)$/i

/** The keywords that a label such as "Available options:" gives with the lines after it; undefined for a line that is no label. */
export function fieldLabel(
  segments: readonly Segment[],
  index: number,
  schema: JsonObject,
  tell: (message: string, line: number) => void,
): FieldConstraint | undefined {
  const segment = segments[index]
  const match = segment?.kind === 'line' ? LABEL.exec(segment.text) : null
  if (segment === undefined || match === null) return undefined
  const label = (match[1] ?? '').toLowerCase()
  const inline = match[2] ?? ''
  const follows = segments[index + 1]
  if (inline === '' && follows?.kind === 'json' && label.startsWith('example')) {
    return { keywords: { examples: [follows.value] }, last: index + 1 }
  }
  const isList = label === 'available options' || label === 'examples'
  const { text, last } =
    inline !== '' && !(isList && inline.endsWith(','))
      ? { text: inline, last: index }
      : valueLines(segments, index, isList, inline)
  const keywords = keywordsOf(label, text, schema)
  if (keywords === undefined) {
    tell(`The page says "${match[1]}" and no value that can be read.`, segment.line)
    return { keywords: {}, last }
  }
  return { keywords, last }
}

/** The value after a label: one line, or in a list as long as lines end with a comma. */
function valueLines(
  segments: readonly Segment[],
  index: number,
  isList: boolean,
  inline: string,
): { text: string; last: number } {
  const lines = inline === '' ? [] : [inline]
  let last = index
  for (let next = index + 1; next < segments.length; next += 1) {
    const segment = segments[next]
    if (segment?.kind !== 'line') break
    lines.push(segment.text)
    last = next
    if (!isList || !segment.text.endsWith(',')) break
  }
  return { text: lines.join(' '), last }
}

function keywordsOf(label: string, text: string, schema: JsonObject): JsonObject | undefined {
  if (text === '') return undefined
  if (label === 'example') return { examples: [exampleValue(text, schema)] }
  if (label === 'examples') return { examples: split(text).map((value) => exampleValue(value, schema)) }
  if (label === 'available options') return { enum: split(text).map((value) => exampleValue(value, schema)) }
  if (label === 'allowed value') return { const: exampleValue(text, schema) }
  if (label === 'pattern') return { pattern: text.replace(/^`(.*)`$/, '$1') }
  if (label === 'format') return { format: text }
  if (label === 'required range') return range(text)
  const [least, most] = /^(\d+)\s*(?:-|–|to)\s*(\d+)$/.exec(text)?.slice(1).map(Number) ?? []
  const suffix = label.includes('array') ? 'Items' : 'Length'
  if (least !== undefined && most !== undefined) return { [`min${suffix}`]: least, [`max${suffix}`]: most }
  const only = /^\d+$/.test(text) ? Number(text) : undefined
  if (only === undefined) return undefined
  if (label.startsWith('required')) return { [`min${suffix}`]: only, [`max${suffix}`]: only }
  return { [label.startsWith('maximum') ? `max${suffix}` : `min${suffix}`]: only }
}

function range(text: string): JsonObject | undefined {
  const number = '(-?\\d+(?:\\.\\d+)?)'
  const both = new RegExp(`^${number}\\s*(<=?)\\s*x\\s*(<=?)\\s*${number}$`).exec(text)
  if (both !== null) {
    return {
      [both[2] === '<' ? 'exclusiveMinimum' : 'minimum']: Number(both[1]),
      [both[3] === '<' ? 'exclusiveMaximum' : 'maximum']: Number(both[4]),
    }
  }
  const one = new RegExp(`^x\\s*(<=?|>=?)\\s*${number}$`).exec(text)
  if (one === null) return undefined
  const keyword = { '<': 'exclusiveMaximum', '<=': 'maximum', '>': 'exclusiveMinimum', '>=': 'minimum' }[one[1] ?? '']
  return keyword === undefined ? undefined : { [keyword]: Number(one[2]) }
}

function split(text: string): readonly string[] {
  return text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/** A printed value: JSON where it is JSON of the field's type, else the text itself. */
function exampleValue(text: string, schema: JsonObject): Json {
  const bare = text.replace(/^`(.*)`$/, '$1')
  if (schema.type === 'string') {
    return /^"(?:[^"\\]|\\.)*"$/.test(bare) ? (jsonOf(bare) ?? bare) : bare.replace(/^'(.*)'$/, '$1')
  }
  return jsonOf(bare) ?? bare
}

function jsonOf(text: string): Json | undefined {
  try {
    return parseJson(text)
  } catch {
    // What is no JSON is taken as it stands.
    return undefined
  }
}

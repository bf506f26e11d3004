import type { Json, JsonObject } from '@assay/contract'
import type { Segment } from '../messages/segment.ts'
import { typeWords } from '../operation/type-words.ts'
import { type FieldConstraint, fieldLabel } from './field-label.ts'

/** A field of a list that has names and types. */
export interface NamedField {
  readonly name: string
  readonly schema: JsonObject
  readonly required: boolean
  /** `header`, `query`, `path`, `body` where the list prints it. */
  readonly place?: string
  readonly line: number
}

/** The fields of a section, and the lines before the first. */
export interface FieldList {
  readonly fields: readonly NamedField[]
  readonly before: readonly { readonly text: string; readonly line: number }[]
}

const NAME = /^[A-Za-z_$@][\w$@.[\]-]*$/
const PLACES = new Set(['header', 'query', 'path', 'body', 'cookie'])

/** The fields of a section of lines: a name, a type, marks, then words, an example and limits, each on a line of its own. */
export function namedFields(segments: readonly Segment[], tell: (message: string, line: number) => void): FieldList {
  const fields: NamedField[] = []
  const before: { text: string; line: number }[] = []
  let index = 0
  while (index < segments.length) {
    const start = beginning(segments, index)
    if (start === undefined) {
      const segment = segments[index]
      if (segment?.kind === 'line' && !/^(?:show|hide) child attributes$/i.test(segment.text))
        before.push({ text: segment.text, line: segment.line })
      index += 1
      continue
    }
    let end = start.next
    while (end < segments.length && beginning(segments, end) === undefined) end += 1
    fields.push(fieldOf(start, segments.slice(start.next, end), tell))
    index = end
  }
  return { fields, before }
}

interface Beginning {
  readonly name: string
  readonly type: JsonObject
  readonly marks: readonly string[]
  readonly line: number
  readonly next: number
}

/** The field that begins at a segment: name and type on two lines, or on one with nothing else but marks. */
function beginning(segments: readonly Segment[], index: number): Beginning | undefined {
  const first = segments[index]
  if (first?.kind !== 'line') return undefined
  const [name = '', ...words] = first.text.split(/\s+/)
  if (!NAME.test(name)) return undefined
  if (words.length > 0) {
    const type = typeWords(words[0] ?? '')
    const marks = words.slice(1).map((word) => word.toLowerCase())
    return type !== undefined && marks.every(isMark)
      ? { name, type, marks, line: first.line, next: index + 1 }
      : undefined
  }
  const second = segments[index + 1]
  if (second?.kind !== 'line') return undefined
  const [typeText = '', ...more] = second.text.split(/\s+(?=required$|optional$|deprecated$)/i)
  const type = typeWords(typeText)
  if (type === undefined || isMark(name.toLowerCase())) return undefined
  const marks = more.map((word) => word.toLowerCase())
  let next = index + 2
  for (; next < segments.length; next += 1) {
    const mark = segments[next]
    const text = mark?.kind === 'line' ? mark.text.toLowerCase() : ''
    if (!isMark(text)) break
    marks.push(mark?.kind === 'line' ? mark.text : text)
  }
  return { name, type, marks, line: first.line, next }
}

function isMark(text: string): boolean {
  return (
    ['required', 'optional', 'deprecated', 'nullable', 'read-only', 'write-only'].includes(text) ||
    PLACES.has(text) ||
    /^default:\s*\S/i.test(text)
  )
}

function fieldOf(
  start: Beginning,
  body: readonly Segment[],
  tell: (message: string, line: number) => void,
): NamedField {
  const { name, line, marks } = start
  const words: string[] = []
  let schema: JsonObject = start.type
  for (let index = 0; index < body.length; index += 1) {
    const segment = body[index]
    if (segment?.kind === 'json') {
      tell(`This JSON value stands between the fields and belongs to none.`, segment.line)
      continue
    }
    if (segment?.kind !== 'line') continue
    const label: FieldConstraint | undefined = fieldLabel(body, index, schema, tell)
    if (label !== undefined) {
      schema = { ...schema, ...label.keywords }
      index = label.last
    } else if (!/^(?:show|hide) child attributes$/i.test(segment.text)) words.push(segment.text)
  }
  const lower = marks.map((mark) => mark.toLowerCase())
  const byDefault = marks.map((mark) => /^default:\s*(.+)$/i.exec(mark)?.[1]).find((value) => value !== undefined)
  const place = lower.find((mark) => PLACES.has(mark))
  const own: Record<string, Json> = { ...schema }
  if (words.length > 0) own.description = words.join(' ')
  if (byDefault !== undefined) own.default = scalar(byDefault, schema)
  if (lower.includes('deprecated')) own.deprecated = true
  if (lower.includes('read-only')) own.readOnly = true
  if (lower.includes('write-only')) own.writeOnly = true
  if (lower.includes('nullable') && typeof own.type === 'string') own.type = [own.type, 'null']
  return { name, schema: own, required: lower.includes('required'), ...(place === undefined ? {} : { place }), line }
}

function scalar(text: string, schema: JsonObject): Json {
  const bare = text.replace(/^(["'])(.*)\1$/, '$2')
  if ((schema.type === 'integer' || schema.type === 'number') && /^-?\d{1,15}(?:\.\d{1,8})?$/.test(bare))
    return Number(bare)
  if (schema.type === 'boolean') return bare === 'true'
  return bare
}

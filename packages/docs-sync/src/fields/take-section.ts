import { STATUS_CODES } from 'node:http'
import { isJsonObject, type Json, type JsonObject } from '@assay/contract'
import type { Segment } from '../messages/segment.ts'
import { credentialHeader } from '../operation/credential-header.ts'
import { fieldPath } from '../operation/nest-fields.ts'
import { answerFor, type GrowingBody, type GrowingOperation } from '../operation/operation-builder.ts'
import { schemaOfExample } from '../operation/schema-of-example.ts'
import type { PageSource } from '../pages/page-source.ts'
import { type Candidate, matchNames } from './match-names.ts'
import { type NamedField, namedFields } from './named-fields.ts'
import { namelessFields } from './nameless-fields.ts'
import type { FieldSection } from './section-heading.ts'

/** Where a section tells what it lost. */
interface SectionContext {
  readonly source: PageSource
  readonly tell: (message: string, line: number) => void
}

const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/

/** Adds what a section lists to its operation. */
export function takeSection(
  section: FieldSection,
  segments: readonly Segment[],
  operation: GrowingOperation,
  context: SectionContext,
): void {
  if (section === 'response') {
    takeResponse(segments, operation, context)
    return
  }
  const [first] = segments
  const media = first?.kind === 'line' && MEDIA_TYPE.test(first.text) ? first.text : undefined
  const { fields, before } = namedFields(media === undefined ? segments : segments.slice(1), context.tell)
  if (section === 'body') {
    if (media !== undefined) operation.request.mediaType = media
    if (fields.length > 0) operation.request.fields.push(...fields.map(flat))
    else takeNamelessBody(before, operation, context)
    if (fields.length > 0) operation.notes.push(...before.map(({ text }) => text))
    return
  }
  for (const field of fields) takeParameter(section, field, operation)
  if (fields.length === 0 && before.length > 0) takeNamelessHeaders(before, section, operation, context)
}

function flat({ name, schema, required, line }: NamedField): GrowingBody['fields'][number] {
  return { path: fieldPath(name), schema, required, line }
}

function takeParameter(section: FieldSection, field: NamedField, operation: GrowingOperation): void {
  const { name, line, required } = field
  const { description, ...schema } = field.schema
  const words = typeof description === 'string' ? { description } : {}
  const place = field.place ?? (section === 'authorizations' ? 'header' : section)
  const where = place === 'query' || place === 'path' || place === 'cookie' ? place : 'header'
  if (section === 'authorizations') {
    operation.security.push({
      ...credentialHeader(name, typeof description === 'string' ? description : undefined, line),
      ...words,
      in: where,
    })
  } else operation.parameters.push({ name, in: where, schema, ...words, required, line })
}

/** Headers that kept only their words: matched with those of the example. */
function takeNamelessHeaders(
  lines: readonly { readonly text: string; readonly line: number }[],
  section: FieldSection,
  operation: GrowingOperation,
  { tell }: SectionContext,
): void {
  const shown = Object.entries(operation.request.examples[0]?.headers ?? {})
  const candidates = shown
    .filter(([name]) => !/^(?:content-|accept|host)/i.test(name))
    .map(([name]): Candidate => ({ name }))
  const fields = namelessFields(lines)
  for (const [index, match] of matchNames(
    fields,
    section === 'header' || section === 'authorizations' ? candidates : [],
  ).entries()) {
    const field = fields[index]
    if (field === undefined) continue
    if (match === undefined) {
      tell('The page lost the name of this parameter, and no example shows it; it is left out.', field.line)
      continue
    }
    tell(`The page lost the name of this parameter; by its words it is ${match.name}.`, field.line)
    operation.parameters.push({
      name: match.name,
      in: 'header',
      schema: { type: 'string' },
      description: field.description,
      line: field.line,
    })
  }
}

function takeNamelessBody(
  lines: readonly { readonly text: string; readonly line: number }[],
  operation: GrowingOperation,
  { source, tell }: SectionContext,
): void {
  const fields = namelessFields(lines)
  const [first] = fields
  if (first === undefined) return
  const example = operation.request.examples[0]?.value
  const shown = isJsonObject(example) ? example : {}
  const { names } = source
  const given = names !== undefined && names.length === fields.length
  tell(
    `The page lost the names, types and required marks of its ${fields.length} request fields; the names are ${
      given ? 'those given for this page' : 'those of its example, matched by the words'
    }, the types those of the example.`,
    first.line,
  )
  if (names !== undefined && !given) {
    tell(
      `For this page ${names.length} names are given, and it has ${fields.length} fields: they are matched by the words.`,
      first.line,
    )
  }
  const candidates = [...new Set([...(names ?? []), ...Object.keys(shown)])].map((name): Candidate => {
    const value = shown[name]
    return value === undefined ? { name } : { name, example: value }
  })
  const matched = given ? names.map((name): Candidate => ({ name })) : matchNames(fields, candidates)
  for (const [index, field] of fields.entries()) {
    const name = matched[index]?.name
    const own = {
      ...typed(name === undefined ? undefined : shown[name], field.keywords),
      ...field.keywords,
      description: field.description,
    }
    if (name === undefined) {
      operation.request.unnamed.push(own)
      tell('The page lost the name of this field, and neither its words nor an example tell it.', field.line)
    } else operation.request.fields.push({ path: [name], schema: own, line: field.line })
  }
  for (const name of Object.keys(shown)) {
    if (matched.some((match) => match?.name === name)) continue
    tell(`The example has "${name}", and no description on the page is its own.`, first.line)
    operation.request.fields.push({
      path: [name],
      schema: schemaOfExample(shown[name] ?? null),
      line: operation.request.line,
    })
  }
}

/** The type an example shows; where there is none, that of the printed options or lengths. */
function typed(example: Json | undefined, keywords: JsonObject): JsonObject {
  if (example !== undefined) {
    const schema = schemaOfExample(example)
    return schema.type === 'integer' ? { type: 'number' } : schema
  }
  return keywords.enum !== undefined || keywords.maxLength !== undefined ? { type: 'string' } : {}
}

/** Answers: a line with the status (`200 - application/json`, or the words for it), words, and the fields. */
function takeResponse(segments: readonly Segment[], operation: GrowingOperation, { tell }: SectionContext): void {
  let start = 0
  while (start < segments.length) {
    const head = statusLine(segments[start])
    let end = start + 1
    while (end < segments.length && statusLine(segments[end]) === undefined) end += 1
    const line = segments[start]?.line ?? operation.line
    const { fields, before } = namedFields(segments.slice(head === undefined ? start : start + 1, end), tell)
    const status = head?.status ?? '2XX'
    adoptExample(operation, status)
    const answer = answerFor(operation, status, line)
    if (head?.media !== undefined) answer.body.mediaType = head.media
    const words = [...(head?.words === undefined ? [] : [head.words]), ...before.map(({ text }) => text)]
    if (words.length > 0) answer.description = words.join(' ')
    answer.body.fields.push(...fields.map(flat))
    answer.line = line
    start = end
  }
}

/** The example above the parameters is of the first answer that says its status. */
function adoptExample(operation: GrowingOperation, status: string): void {
  const shown = operation.answers.find((answer) => answer.status === '2XX')
  if (shown !== undefined && status.startsWith('2') && !operation.answers.some((answer) => answer.status === status))
    shown.status = status
}

function statusLine(segment: Segment | undefined): { status: string; media?: string; words?: string } | undefined {
  if (segment?.kind !== 'line') return undefined
  const numbered = /^([1-5](?:\d\d|XX)|default)(?:\s*-?\s*([a-z]+\/[a-z0-9.+-]+))?$/i.exec(segment.text)
  if (numbered?.[1] !== undefined) {
    return { status: numbered[1], ...(numbered[2] === undefined ? {} : { media: numbered[2] }) }
  }
  const named = Object.entries(STATUS_CODES).find(([code, words]) => words === segment.text && /^[245]/.test(code))
  // "OK" below a number says the number in words.
  return named === undefined || segment.text === 'OK' ? undefined : { status: named[0], words: segment.text }
}

import type { Json } from '@assay/contract'
import type { Block, Line } from '../blocks/block.ts'
import { mediaTypeOf } from '../messages/media-type-of.ts'
import type { Segment, ShownRequest } from '../messages/segment.ts'
import { segmentsOf } from '../messages/segments-of.ts'
import { answerFor, type GrowingOperation, newOperation } from '../operation/operation-builder.ts'
import { shownExample } from '../operation/shown-example.ts'
import { splitAddress } from '../operation/split-address.ts'
import type { PageProblem } from '../pages/page-reading.ts'
import { type Section, sectionOf } from './section-of.ts'
import { takeTable } from './take-table.ts'

/** A page of tables while it is read, block by block. */
export interface TablePage {
  readonly take: (block: Block) => void
  readonly operations: readonly GrowingOperation[]
  /** Text that belongs to no operation. */
  readonly rest: readonly string[]
  readonly title: string | undefined
}

/** Begins to read a page of tables. What the page says unclearly goes to `problems`. */
export function tablePage(place: string, problems: PageProblem[]): TablePage {
  const operations: GrowingOperation[] = []
  const rest: string[] = []
  let title: string | undefined
  let section: Section | undefined
  /** The section an example without words of its own belongs to. */
  let around: Section | undefined
  /** The last short line or heading: the title of an operation, or the name of an object whose table follows. */
  let lastWords: string | undefined
  /** The last of them that is no heading of every page. */
  let lastTitle: string | undefined
  /** A method that stands alone: its address follows. */
  let method: string | undefined
  let baseUrl: string | undefined
  const tell = (message: string, line: number): void => {
    problems.push({ message, place, line })
  }
  const current = (): GrowingOperation | undefined => operations.at(-1)

  const enter = (heading: string): boolean => {
    const found = sectionOf(heading)
    if (found === undefined) return false
    // "Response" below a heading that tells of an error is that error's.
    if (
      section?.kind === 'errors' &&
      found.kind === 'response' &&
      found.status === undefined &&
      /^response$/i.test(heading)
    )
      return true
    if (found.kind === 'example')
      section = found.of === undefined ? { ...found, ...exampleSection(around, section) } : found
    else {
      section = found
      around = found
    }
    return true
  }

  const endpoint = (request: ShownRequest): GrowingOperation => {
    const host = request.headers.Host ?? request.headers.host
    const address = splitAddress(request.address, typeof host === 'string' ? host : undefined)
    const base = baseUrl === undefined ? undefined : splitAddress(`${baseUrl.replace(/\/$/, '')}${address.path}`)
    const { server, path } = address.server === undefined && base !== undefined ? base : address
    const known = operations.find((one) => one.method === request.method && samePath(one.path, path))
    if (known !== undefined) {
      if (known.server === undefined && server !== undefined) Object.assign(known, { server, path })
      return known
    }
    const operation = newOperation(request.method, path, server, request.line)
    const heading = lastTitle
    if (heading !== undefined) {
      operation.title = unnumbered(heading)
      const index = rest.lastIndexOf(heading)
      if (index !== -1) rest.splice(index, 1)
    }
    operations.push(operation)
    section = undefined
    around = undefined
    return operation
  }

  const example = (value: Json, line: number, heading: Section | undefined): void => {
    const operation = current()
    if (operation === undefined) {
      tell('This example stands before any operation; it is left out.', line)
      return
    }
    const of = heading?.kind === 'example' ? heading.of : heading?.kind
    if (of === 'response' || (of !== 'request' && of !== 'errors' && operation.request.examples.length > 0)) {
      const status = heading?.status ?? operation.answers.find((one) => /^2/.test(one.status))?.status ?? '2XX'
      answerFor(operation, status, line).body.examples.push(shownExample(value, undefined, line, place, problems))
    } else if (of === 'errors') {
      const status = heading?.status ?? statusIn(value) ?? 'default'
      answerFor(operation, status, line).body.examples.push(shownExample(value, undefined, line, place, problems))
    } else operation.request.examples.push(shownExample(value, undefined, line, place, problems))
  }

  const segment = (found: Segment): void => {
    if (found.kind === 'request') {
      const operation = endpoint(found)
      if (found.body === undefined && Object.keys(found.headers).length === 0) return
      operation.request.mediaType = mediaTypeOf(found.headers)
      if (found.body !== undefined)
        operation.request.examples.push(shownExample(found.body, found.headers, found.line, place, problems))
      if (section?.kind === 'example' && section.of === undefined) section = { ...section, of: 'response' }
      return
    }
    if (found.kind === 'json') {
      example(found.value, found.line, section)
      return
    }
    const status = /^HTTP\/[\d.]+ (\d{3})\b/.exec(found.text)?.[1]
    if (status !== undefined) {
      section = { kind: 'example', of: /^[45]/.test(status) ? 'errors' : 'response', status }
      return
    }
    line(found.text, found.line)
  }

  const line = (text: string, at: number): void => {
    if (/^(?:GET|POST|PUT|PATCH|DELETE)$/.test(text)) {
      method = text.toLowerCase()
      return
    }
    if (method !== undefined && /^(?:https?:\/\/|\/)\S+$/.test(text)) {
      endpoint({ kind: 'request', method, address: text, headers: {}, line: at })
      method = undefined
      return
    }
    const url = /\b(?:base (?:url|address)|server|host|endpoint)\b[\s\S]{0,20}?(https?:\/\/[^\s`"'<>)]+)/i.exec(
      text,
    )?.[1]
    if (url !== undefined && baseUrl === undefined) baseUrl = url
    if (enter(text)) {
      lastWords = undefined
      return
    }
    const operation = current()
    if (section?.kind === 'notes' && operation !== undefined) operation.notes.push(text)
    else if (operation !== undefined && section === undefined && around === undefined) operation.description.push(text)
    else rest.push(text)
    if (text.length <= 80) {
      lastWords = text
      if (isTitle(text) && !/[.!?:]$/.test(text)) lastTitle = text
    }
  }

  const take = (block: Block): void => {
    if (block.kind === 'heading') {
      title ??= block.text
      // A heading with an address begins an operation: "POST /payments", or the words before it.
      const [first] = segmentsOf([{ text: block.text, line: block.line }], place, tell)
      if (first?.kind === 'request') segment(first)
      else if (!enter(block.text)) {
        lastWords = block.text
        if (isTitle(block.text)) lastTitle = block.text
        if (block.text !== title) rest.push(block.text)
        // A new matter begins; what the tables below are of, their headings tell again.
        if (section?.kind === 'notes' || section?.kind === 'example') section = around
      } else lastWords = block.text
    } else if (block.kind === 'table') {
      const operation = current()
      if (operation === undefined) tell('This table stands before any operation; it is left out.', block.line)
      else takeTable(block, operation, section, lastWords, tell)
    } else {
      for (const found of segmentsOf(cleaned(block.lines, block.kind), place, tell)) segment(found)
    }
  }
  return {
    take,
    operations,
    rest,
    get title() {
      return title
    },
  }
}

/** Lines without what only marks them up: list markers, code spans around an address, shortcodes of the platform. */
function cleaned(lines: readonly Line[], kind: Block['kind']): readonly Line[] {
  if (kind === 'code') return lines
  return lines.map(({ text, line }) => ({
    text: withoutImages(text)
      .replace(/^\{%.*%\}$/, '')
      .replace(/^(?:\*\*|`)((?:GET|POST|PUT|PATCH|DELETE)\b[^*`]*)(?:\*\*|`)\s*`?([^`]*)`?$/, '$1$2'),
    line,
  }))
}

function withoutImages(text: string): string {
  return text.replaceAll(/!\[([^\]]{0,80})\]\([^)]{0,500}\)/g, '$1').trim()
}

/** Headings that say what stands below them on any page. */
const GENERAL =
  /^(?:\d+[.)]\s*)?(?:endpoint|urls?(?: for requests)?|request url|http request|purpose|how it works|method|overview|description|introduction|intro|usage|get|post|put|patch|delete):?$/i

function isTitle(words: string): boolean {
  return !GENERAL.test(words) && sectionOf(words) === undefined
}

/** A heading without the number in front of it. */
function unnumbered(words: string): string {
  return words.replace(/^(?:#|\d+[.)])\s*/, '')
}

/** Which body an example is of, that says it not: that of the section it stands in. */
function exampleSection(around: Section | undefined, section: Section | undefined): Pick<Section, 'of' | 'status'> {
  const from = around ?? section
  if (from?.kind !== 'request' && from?.kind !== 'response' && from?.kind !== 'errors') return {}
  return { of: from.kind, ...(from.status === undefined ? {} : { status: from.status }) }
}

function samePath(one: string, other: string): boolean {
  return one === other || one.endsWith(other) || other.endsWith(one)
}

/** A status that an error's body repeats. */
function statusIn(value: Json): string | undefined {
  const text = JSON.stringify(value)
  return /"(?:status|code|status_?code)":"?([45]\d\d)\b/i.exec(text)?.[1]
}

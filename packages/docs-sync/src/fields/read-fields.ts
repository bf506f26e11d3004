import { STATUS_CODES } from 'node:http'
import type { Json } from '@assay/contract'
import type { Line } from '../blocks/block.ts'
import { mediaTypeOf } from '../messages/media-type-of.ts'
import type { Segment, ShownRequest } from '../messages/segment.ts'
import { segmentsOf } from '../messages/segments-of.ts'
import { documentOf } from '../operation/document-of.ts'
import { finishOperation } from '../operation/finish-operation.ts'
import { answerFor, type GrowingOperation, newOperation } from '../operation/operation-builder.ts'
import { shownExample } from '../operation/shown-example.ts'
import { splitAddress } from '../operation/split-address.ts'
import type { PageDraft } from '../pages/page-draft.ts'
import { PageError } from '../pages/page-error.ts'
import type { PageProblem } from '../pages/page-reading.ts'
import type { PageSource } from '../pages/page-source.ts'
import { titleOfId } from '../pages/title-of-id.ts'
import { isChrome } from './is-chrome.ts'
import { type FieldSection, gluedHeading, sectionHeading } from './section-heading.ts'
import { takeSection } from './take-section.ts'

/** A titles is no longer than this. */
const MAXIMUM_TITLE = 80

/**
 * Reads the text of a page that lists its parameters one below the other (name, type, marks, words), with an example request and answer
 * above. A page that kept only the words gets its names from `source.names`, else from its examples, and a problem says so.
 * @throws PageError where the page names no operation, and where an example is broken.
 */
export function readFields(lines: readonly Line[], source: PageSource): PageDraft {
  const { place } = source
  const problems: PageProblem[] = []
  const tell = (message: string, line: number): void => {
    problems.push({ message, place, line })
  }
  const parts = partsOf(segmentsOf(unglued(lines), place, tell))
  const operations: GrowingOperation[] = []
  const rest: string[] = []
  for (const part of parts) takePart(part, { operations, rest, source, problems, tell })
  if (operations.length === 0) {
    throw new PageError(
      'The page names no operation: an example request is looked for (POST /payments HTTP/1.1, or a curl call).',
      place,
    )
  }
  const notes = new Map<string, string>()
  for (const operation of operations) {
    const prefix = operations.length === 1 ? '' : `${operation.method.toUpperCase()} ${operation.path} `
    if (operation.notes.length > 0) notes.set(`${prefix}operation/notes`, operation.notes.join('\n'))
    operation.title ??= operations.length === 1 ? titleOfId(source.id) : `${operation.method} ${operation.path}`
  }
  const finished = operations.map((operation) => finishOperation(operation, place, problems))
  return { ...documentOf(titleOfId(source.id), finished), rest: rest.join('\n'), notes, problems }
}

/** A heading and what stands below it; the part before the first heading has none. */
interface Part {
  readonly section: FieldSection | undefined
  readonly segments: readonly Segment[]
}

function unglued(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line) => {
    const parts = gluedHeading(line.text)
    return parts === undefined ? [line] : parts.map((text) => ({ text, line: line.line }))
  })
}

function partsOf(segments: readonly Segment[]): readonly Part[] {
  const parts: { section: FieldSection | undefined; segments: Segment[] }[] = [{ section: undefined, segments: [] }]
  for (const segment of segments) {
    const section = segment.kind === 'line' ? sectionHeading(segment.text) : undefined
    const last = parts.at(-1)
    // Another request after the sections begins another operation.
    if (section !== undefined) parts.push({ section, segments: [] })
    else if (segment.kind === 'request' && last?.section !== undefined)
      parts.push({ section: undefined, segments: [segment] })
    else if (segment.kind !== 'line' || !isChrome(segment.text) || last?.section === 'response')
      last?.segments.push(segment)
  }
  return parts
}

interface Found {
  readonly operations: GrowingOperation[]
  readonly rest: string[]
  readonly source: PageSource
  readonly problems: PageProblem[]
  readonly tell: (message: string, line: number) => void
}

function takePart({ section, segments }: Part, found: Found): void {
  const operation = found.operations.at(-1)
  if (section === undefined) takeExamples(segments, found)
  else if (operation === undefined)
    found.tell('These parameters stand before any request; they are left out.', segments[0]?.line ?? 1)
  else
    takeSection(
      section,
      segments.filter((one) => one.kind !== 'line' || !isChrome(one.text)),
      operation,
      found,
    )
}

/** The part above the parameters: title, example request, example answer, words about the operation. */
function takeExamples(segments: readonly Segment[], found: Found): void {
  let title: string | undefined
  let answered = false
  const words: string[] = []
  for (const segment of segments) {
    if (segment.kind === 'request') {
      takeRequest(segment, found)
      answered = false
      continue
    }
    const operation = found.operations.at(-1)
    if (segment.kind === 'json') {
      if (operation === undefined) found.tell('This example stands before any request; it is left out.', segment.line)
      else if (!answered) takeAnswer(segment.value, segment.line, operation, found)
      answered = true
    } else if (/[.!:]$/.test(segment.text)) words.push(segment.text)
    else if (segment.text.length <= MAXIMUM_TITLE && title === undefined && !isStatusLine(segment.text))
      title = segment.text
    else if (!isStatusLine(segment.text)) words.push(segment.text)
  }
  const operation = found.operations.at(-1)
  if (operation === undefined) found.rest.push(...words)
  else {
    if (title !== undefined) operation.title ??= title
    operation.notes.push(...words)
  }
}

function isStatusLine(text: string): boolean {
  return /^\d{3}$/.test(text) || Object.values(STATUS_CODES).includes(text)
}

function takeRequest(request: ShownRequest, found: Found): void {
  const host = request.headers.Host ?? request.headers.host
  const { server, path } = splitAddress(request.address, typeof host === 'string' ? host : undefined)
  let operation = found.operations.find((one) => one.method === request.method && one.path === path)
  if (operation === undefined) {
    operation = newOperation(request.method, path, server, request.line)
    found.operations.push(operation)
  }
  if (Object.keys(request.headers).length > 0) operation.request.mediaType = mediaTypeOf(request.headers)
  if (request.body === undefined) return
  const example = shownExample(request.body, request.headers, request.line, found.source.place, [])
  const known = operation.request.examples.some(({ value }) => JSON.stringify(value) === JSON.stringify(example.value))
  if (known) return
  operation.request.examples.push(
    shownExample(request.body, request.headers, request.line, found.source.place, found.problems),
  )
  operation.request.line = request.line
}

function takeAnswer(value: Json, line: number, operation: GrowingOperation, found: Found): void {
  const example = shownExample(value, undefined, line, found.source.place, [])
  const { examples } = answerFor(operation, '2XX', line).body
  if (examples.some((one) => JSON.stringify(one.value) === JSON.stringify(example.value))) return
  examples.push(shownExample(value, undefined, line, found.source.place, found.problems))
}

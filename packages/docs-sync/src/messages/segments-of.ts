import type { Json } from '@assay/contract'
import type { Line } from '../blocks/block.ts'
import { PageError } from '../pages/page-error.ts'
import { curlWords } from './curl-words.ts'
import { jsonEnd } from './json-end.ts'
import { jsonOfExample } from './json-of-example.ts'
import type { Segment, ShownRequest } from './segment.ts'

const METHOD = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/i
const REQUEST_LINE = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+((?:https?:\/\/|\/)\S*)(?:[ \t]+HTTP\/[\d.]+)?$/
const HEADER_LINE = /^([A-Za-z][A-Za-z0-9-]*):[ \t]+(\S.*)$/
const DATA_OPTIONS = new Set([
  '-d',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-ascii',
  '--json',
  '--data-urlencode',
])

/**
 * The requests, JSON values and plain lines in a run of text, in their order. What looks like JSON and is none is told and left out.
 * @throws PageError where a JSON value or a quoted text begins and never ends.
 */
export function segmentsOf(
  lines: readonly Line[],
  place: string,
  tell: (message: string, line: number) => void,
): readonly Segment[] {
  const text = lines.map((line) => line.text).join('\n')
  const starts: number[] = []
  for (let offset = 0, index = 0; index < lines.length; index += 1) {
    starts.push(offset)
    offset += (lines[index]?.text.length ?? 0) + 1
  }
  const lineAt = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return lines[low]?.line ?? 1
  }
  const valueIn = (start: number, body: string): Json | undefined => {
    const found = jsonOfExample(body)
    if ('fault' in found) {
      tell(`This example is no JSON: ${found.fault}`, lineAt(start + found.offset))
      return undefined
    }
    if (found.commented)
      tell('This example has comments or commas that JSON does not have; they are passed over.', lineAt(start))
    return found.value
  }
  const json = (start: number): { value: Json | undefined; end: number } => {
    const end = jsonEnd(text, start)
    if (end === undefined) throw new PageError('The JSON value that begins here never ends.', place, lineAt(start))
    return { value: valueIn(start, text.slice(start, end)), end }
  }
  const segments: Segment[] = []
  let position = 0
  while (position < text.length) {
    const end = lineEnd(text, position)
    const line = text.slice(position, end).trim()
    const here = lineAt(position)
    if (/^\$?\s*curl\s/.test(line)) {
      const call = curlWords(text, position)
      if (call === undefined) throw new PageError('The quoted text of this curl call never ends.', place, here)
      segments.push(curlRequest(call.words, here, valueIn))
      position = call.end
    } else if (REQUEST_LINE.test(line) || (METHOD.test(line) && /^(?:https?:\/\/|\/)\S*$/.test(nextLine(text, end)))) {
      const { request, next } = httpRequest(text, position, here)
      const bodyStart = nextFilled(text, next)
      if (startsJson(text, bodyStart) && Object.keys(request.headers).length > 0) {
        const { value, end: after } = json(bodyStart)
        segments.push({ ...request, ...(value === undefined ? {} : { body: value }) })
        position = after
      } else {
        segments.push(request)
        position = next
      }
    } else if (startsJson(text, position + indentOf(text, position))) {
      const { value, end: after } = json(position + indentOf(text, position))
      if (value !== undefined) segments.push({ kind: 'json', value, line: here })
      position = after
    } else {
      // The quote that closed a body on a line of its own.
      if (line !== '' && line !== "'") segments.push({ kind: 'line', text: line, line: here })
      position = end + 1
    }
    if (text[position] === '\n') position += 1
  }
  return segments
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function nextLine(text: string, end: number): string {
  return text.slice(end + 1, lineEnd(text, end + 1)).trim()
}

function indentOf(text: string, from: number): number {
  let index = from
  while (text[index] === ' ' || text[index] === '\t') index += 1
  return index - from
}

function nextFilled(text: string, from: number): number {
  let index = from
  while (index < text.length && /\s/.test(text[index] ?? '')) index += 1
  return index
}

/** A brace or bracket with what may follow it in JSON; `{id}` in a sentence is none. */
function startsJson(text: string, at: number): boolean {
  if (text[at] !== '{' && text[at] !== '[') return false
  const next = text[nextFilled(text, at + 1)] ?? ''
  return text[at] === '{' ? next === '"' || next === '}' : next === '{' || next === '"' || next === ']'
}

function httpRequest(text: string, position: number, line: number): { request: ShownRequest; next: number } {
  const end = lineEnd(text, position)
  const first = text.slice(position, end).trim()
  const match = REQUEST_LINE.exec(first)
  const headers: Record<string, Json> = {}
  let next = Math.min(match === null ? lineEnd(text, end + 1) + 1 : end + 1, text.length)
  for (let stop = lineEnd(text, next); next < text.length; stop = lineEnd(text, next)) {
    const header = HEADER_LINE.exec(text.slice(next, stop).trim())
    if (header?.[1] === undefined || header[2] === undefined) break
    headers[header[1]] = header[2]
    next = Math.min(stop + 1, text.length)
  }
  const method = (match?.[1] ?? first).toLowerCase()
  return { request: { kind: 'request', method, address: match?.[2] ?? nextLine(text, end), headers, line }, next }
}

function curlRequest(
  words: readonly { readonly text: string; readonly start: number }[],
  line: number,
  jsonOf: (start: number, body: string) => Json | undefined,
): ShownRequest {
  const headers: Record<string, Json> = {}
  let method: string | undefined
  let address = ''
  let body: Json | undefined
  for (let index = 0; index < words.length; index += 1) {
    const { text } = words[index] ?? { text: '' }
    const value = words[index + 1]
    if (text === '-X' || text === '--request') method = value?.text.toLowerCase()
    else if (text === '--url') address = value?.text ?? ''
    else if ((text === '-H' || text === '--header') && value !== undefined) {
      const [name = '', ...rest] = value.text.split(':')
      headers[name.trim()] = rest.join(':').trim()
    } else if (DATA_OPTIONS.has(text) && value !== undefined) {
      body = /^\s*[[{]/.test(value.text) ? jsonOf(value.start, value.text) : value.text
    } else {
      if (/^https?:\/\//.test(text) && address === '') address = text
      continue
    }
    index += 1
  }
  const verb = method ?? (body === undefined ? 'get' : 'post')
  return { kind: 'request', method: verb, address, headers, ...(body === undefined ? {} : { body }), line }
}

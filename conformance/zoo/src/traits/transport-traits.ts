import { gzipSync } from 'node:zlib'
import { fieldsOf, given } from '../fields.ts'
import type { Answer, Call, Heard } from '../provider.ts'
import type { Wire } from '../wire.ts'

const json = 'application/json'

/** Whether the request says nothing about the amount: what some providers cannot bear. */
const withoutAmount = (heard: Heard) => {
  const body = fieldsOf(heard)
  return body !== undefined && !given(body.amount)
}

/** What can be odd about the way an answer is sent, by trait. */
export const transportTraits: {
  readonly [trait: string]: (wire: Wire, heard: Heard, answer: Answer, call: Call) => void
} = {
  pretty: (wire, _heard, { body }) => {
    wire.payload = Buffer.from(JSON.stringify(body, null, 2))
  },
  'escaped-json': (wire) => {
    wire.payload = Buffer.from(escapedJson(wire.payload.toString()))
  },
  charset: (wire) => {
    wire.headers['content-type'] = `${json}; charset=utf-8`
  },
  chunked: (wire) => {
    wire.chunked = true
  },
  'clock-ahead': (wire, _heard, _answer, { now }) => {
    wire.headers.date = new Date(now * 1000).toUTCString()
  },
  gzip: (wire) => {
    wire.payload = gzipSync(wire.payload)
    wire.headers['content-encoding'] = 'gzip'
  },
  slow: (wire) => {
    wire.delay = 100
  },
  closing: (wire) => {
    wire.headers.connection = 'close'
  },
  'extra-headers': (wire) => Object.assign(wire.headers, { 'x-request-id': 'a1', 'set-cookie': 'visit=1; Path=/' }),
  '429-at-times': (wire, _heard, _answer, { count }) => {
    if (count % 60 !== 0) return
    wire.status = 429
    wire.headers['retry-after'] = '1'
    wire.payload = Buffer.from('{"error":"rate_limit_exceeded","code":429}')
  },
  'text-content-type': (wire) => {
    wire.headers['content-type'] = 'text/html'
  },
  'html-errors': (wire, _heard, { status }) => {
    if (status < 400) return
    wire.headers['content-type'] = 'text/html'
    wire.payload = Buffer.from('<html><body><h1>Sorry</h1></body></html>')
  },
  'empty-errors': (wire, _heard, { status }) => {
    if (status >= 400) wire.payload = Buffer.alloc(0)
  },
  '500-without-amount': (wire, heard) => withoutAmount(heard) && crash(wire),
  '500-on-no-json': (wire, heard) => fieldsOf(heard) === undefined && crash(wire),
  '502-on-long-text': (wire, heard) => heard.raw.length > 100_000 && crash(wire, 502),
  'stack-without-amount': (wire, heard) =>
    withoutAmount(heard) && crash(wire, 500, 'TypeError: x\n    at pay (/srv/app/pay.js:1:2)\n'),
  '500-at-times': (wire, _heard, _answer, { count }) => count % 17 === 0 && crash(wire),
  'hang-without-amount': (wire, heard) => {
    if (withoutAmount(heard)) wire.fault = 'hang'
  },
  'hang-on-long-text': (wire, heard) => {
    if (heard.raw.length > 100_000) wire.fault = 'hang'
  },
  'late-without-amount': (wire, heard) => {
    if (withoutAmount(heard)) wire.delay = 9_000
  },
  'reset-without-amount': (wire, heard) => {
    if (withoutAmount(heard)) wire.fault = 'reset'
  },
  'reset-on-errors': (wire, _heard, { status }) => {
    if (status === 422) wire.fault = 'reset'
  },
  'cut-errors': (wire, _heard, { status }) => {
    if (status === 422) wire.fault = 'cut'
  },
  'cut-json': (wire, _heard, { status }) => {
    if (status < 300) wire.payload = wire.payload.subarray(0, -3)
  },
  'secret-in-header': (wire, _heard, _answer, { credentials }) => {
    wire.headers['x-debug'] = credentials.secret
  },
}

function crash(wire: Wire, status = 500, payload = '{"error":"Server Error"}'): void {
  wire.status = status
  wire.payload = Buffer.from(payload)
}

/** The same JSON text with every slash and every character beyond ASCII escaped. */
function escapedJson(text: string): string {
  return text
    .replaceAll('/', '\\/')
    .replace(/[^\p{ASCII}]/gu, (character) =>
      [...Array(character.length).keys()]
        .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
        .join(''),
    )
}

/** The answer on the wire, as odd as the traits say. */
export function onTheWire(answer: Answer, heard: Heard, call: Call): Wire {
  const payload = Buffer.from(JSON.stringify(answer.body))
  const wire: Wire = { status: answer.status, headers: { 'content-type': json }, payload }
  for (const trait of Object.keys(transportTraits).filter(call.has)) transportTraits[trait]?.(wire, heard, answer, call)
  return wire
}

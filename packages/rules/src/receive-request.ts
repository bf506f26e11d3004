import { type Json, parseJson } from '@assay/contract'
import type { ReceivedAnswer, ReceivedRequest, RequestHeaders } from './exchange.ts'
import { nestsTooDeeply } from './nests-too-deeply.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A request as received, its body read as JSON where it is JSON. */
export function receiveRequest(request: {
  readonly method: string
  /** All that follows the origin. */
  readonly pathAndQuery: string
  readonly headers: RequestHeaders | Record<string, string>
  readonly bytes: Uint8Array
}): ReceivedRequest {
  const { headers } = request
  return {
    method: request.method,
    pathAndQuery: request.pathAndQuery,
    headers: isLookup(headers) ? headers : headersIn(headers),
    bytes: request.bytes,
    body: readBody(request.bytes),
  }
}

function isLookup(headers: RequestHeaders | Record<string, string>): headers is RequestHeaders {
  return typeof headers.get === 'function'
}

/** A request has few headers and fewer are asked for: looking through them takes less than a `Headers` takes to be made. */
function headersIn(named: Record<string, string>): RequestHeaders {
  return {
    get(name) {
      const wanted = name.toLowerCase()
      const found = Object.entries(named).find(([own]) => own.toLowerCase() === wanted)
      return found === undefined ? null : found[1]
    },
  }
}

/** An answer as received, its body read as JSON where it is JSON. */
export function receiveAnswer(answer: {
  readonly status: number
  readonly headers: Headers | Record<string, string>
  readonly bytes: Uint8Array
}): ReceivedAnswer {
  const headers = answer.headers instanceof Headers ? answer.headers : new Headers(answer.headers)
  return { status: answer.status, headers, bytes: answer.bytes, body: readBody(answer.bytes) }
}

/** The bytes as JSON (RFC 8259, UTF-8); undefined where they are not, or nest deeper than is read. */
export function readBody(bytes: Uint8Array): Json | undefined {
  if (bytes.length === 0) return undefined
  try {
    const text = utf8.decode(bytes)
    return nestsTooDeeply(text) ? undefined : parseJson(text)
  } catch {
    // Not JSON: that is the reading.
    return undefined
  }
}

import type { Json } from '@assay/contract'

/** The headers of a request, looked up without regard to case; of one that was sent several times the values joined by a comma and a space. */
export type RequestHeaders = Pick<Headers, 'get'>

/** A request as a provider receives it. */
export interface ReceivedRequest {
  readonly method: string
  /** All that follows the origin, as it stands in the request line: what signatures cover. */
  readonly pathAndQuery: string
  readonly headers: RequestHeaders
  readonly bytes: Uint8Array
  /** The body as JSON; undefined where the bytes are not JSON. */
  readonly body: Json | undefined
}

/** An answer as a client receives it. */
export interface ReceivedAnswer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  /** The body as JSON; undefined where the bytes are not JSON. */
  readonly body: Json | undefined
}

/** A request and its answer. */
export interface Exchange {
  readonly request: ReceivedRequest
  readonly answer: ReceivedAnswer
  /** Unix time in milliseconds: just before the request was sent. */
  readonly sentAt: number
  /** Unix time in milliseconds: when the answer was complete. */
  readonly receivedAt: number
  /** Answers to other requests of the same run, for rules about what must differ. */
  readonly earlier: readonly ReceivedAnswer[]
}

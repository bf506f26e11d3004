import type { ReceivedAnswer } from '@assay/rules'
import type { TransportFault } from './transport-fault.ts'

/** A request ready to leave. */
export interface OutgoingRequest {
  readonly method: string
  /** Path and query in the request line, the base URL's path included. */
  readonly path: string
  readonly headers: { readonly [name: string]: string }
  readonly bytes: Uint8Array
}

/** What came of a request: a whole answer, or none. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: ReceivedAnswer }
  | { readonly kind: 'fault'; readonly fault: TransportFault; readonly says: string }

/** Sends requests to one origin. It never rejects, and follows no redirect. */
export interface Transport {
  /** Sends a request; an answer that is not complete after so many milliseconds, or at the signal, is given up. */
  send(request: OutgoingRequest, timeoutMs: number, signal?: AbortSignal): Promise<Reply>
  close(): Promise<void>
}

/** An answer of more bytes than this is cut and counts as none. */
export const MAXIMUM_BYTES = 2_000_000

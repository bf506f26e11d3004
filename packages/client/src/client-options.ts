import type { Fetch } from './fetch.ts'

/** How a client reaches its provider. */
export interface ClientOptions {
  /** The API key of the account. */
  readonly key: string
  /** The secret that signs; it never travels. Needed where requests are signed. */
  readonly secret?: string
  /** Replaces the documented server; the path of each operation is appended to it. Needed where no server is documented. */
  readonly baseUrl?: string
  /** Sends the requests; the global `fetch` unless given. */
  readonly fetch?: Fetch
  /** Milliseconds until a call is given up, sending and reading together; 30 000 unless given. */
  readonly timeout?: number
  /** How often a request that was refused with 429 and a `Retry-After` is sent again; 0 unless given. Nothing else is ever sent twice. */
  readonly retries?: number
  /** Most bytes of an answer's body; 1 MiB unless given. */
  readonly answerLimit?: number
  /** The time in milliseconds since the Unix epoch; `Date.now` unless given. */
  readonly now?: () => number
}

/** What a single call may set. */
export interface CallOptions {
  /** Gives the call up early. */
  readonly signal?: AbortSignal
  /** Replaces the client's timeout, in milliseconds. */
  readonly timeout?: number
}

import type { RequestHeaders } from '@assay/rules'

/** A request as the wire brought it. */
export interface PlainRequest {
  readonly method: string
  /** All that follows the origin, as it stands in the request line: the path with its query. */
  readonly target: string
  /** How the target begins before the mock's own base path, where several mocks share one origin: `/<provider>`. */
  readonly prefix?: string
  readonly headers: RequestHeaders
  readonly bytes: Uint8Array
}

/** An answer ready to be sent. */
export interface PlainAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string }
  readonly text: string
  /** The id of the rule that the request breaks, where it was refused for one. */
  readonly rule?: string
}

/** One exchange as it went over the wire; credentials and signatures are struck out by their value, in every encoding. */
export interface RecordedExchange {
  /** ISO 8601, UTC: when the request left. */
  readonly startedAt: string
  /** Until the answer was complete, or was given up. */
  readonly durationMs: number
  readonly request: RecordedRequest
  readonly response?: RecordedResponse
  /** Why no whole answer came, in one sentence. */
  readonly failure?: string
}

/** A request as it was sent. */
export interface RecordedRequest {
  readonly method: string
  readonly url: string
  /** A header that authenticates shows its template, such as `<key>`. */
  readonly headers: { readonly [name: string]: string }
  /** Text, or Base64 where `bodyEncoding` says so. */
  readonly body: string
  readonly bodyEncoding?: 'base64'
}

/** An answer as it came. */
export interface RecordedResponse {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  /** Text of at most 100,000 characters. */
  readonly body: string
  /** Bytes of the whole body, where more came than stands in `body`. */
  readonly bodyBytes?: number
}

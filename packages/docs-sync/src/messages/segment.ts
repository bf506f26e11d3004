import type { Json, JsonObject } from '@assay/contract'

/** A request as an example prints it: raw HTTP, or a curl call. */
export interface ShownRequest {
  readonly kind: 'request'
  /** In lower case; absent where a curl call leaves it out and has no body. */
  readonly method: string
  /** Path or URL as printed. */
  readonly address: string
  readonly headers: JsonObject
  readonly body?: Json
  readonly line: number
}

/** What a run of text is made of: requests, JSON values, and lines. */
export type Segment =
  | ShownRequest
  | { readonly kind: 'json'; readonly value: Json; readonly line: number }
  | { readonly kind: 'line'; readonly text: string; readonly line: number }

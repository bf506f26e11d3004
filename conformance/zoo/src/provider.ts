/** Members of a JSON object. */
export type Fields = { readonly [member: string]: unknown }

/** A request as it was heard. */
export interface Heard {
  readonly method: string
  readonly path: string
  readonly headers: { readonly [name: string]: string | undefined }
  readonly raw: string
}

/** What a provider answers; transport has its own say later. */
export interface Answer {
  status: number
  body: unknown
}

/** What a provider knows while it answers. */
export interface Call {
  readonly credentials: { readonly key: string; readonly secret: string }
  /** Whether it has this trait. A right provider has none. */
  readonly has: (trait: string) => boolean
  /** References of its payments so far. */
  readonly used: Set<string>
  /** Unix seconds. */
  readonly now: number
  /** UUID of a new payment. */
  readonly id: string
  /** Number of the request, from 1. */
  readonly count: number
}

/** A provider: a request in, an answer out. */
export type Provider = (heard: Heard, call: Call) => Answer

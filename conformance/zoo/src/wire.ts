/** An answer as it goes over the wire, and what happens to it there. */
export interface Wire {
  status: number
  readonly headers: { [name: string]: string }
  payload: Buffer
  /** Sent in pieces, without a length. */
  chunked?: boolean
  /** Milliseconds until it is sent. */
  delay?: number
  /** What comes instead: nothing at all, a closed connection, or the first half. */
  fault?: 'hang' | 'reset' | 'cut'
}

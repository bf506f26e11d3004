/** A part of a request that a signature may cover. */
export type SigningPart = 'path-and-query' | 'timestamp' | 'body'

/** A header that a signed request carries; its template may hold the holes `{key}`, `{signature}` and `{timestamp}`. */
export interface SigningHeader {
  readonly name: string
  readonly template: string
}

/** How a signature is made: the parts of `message` are joined as bytes, in order, with nothing between them. */
export interface SignatureScheme {
  readonly algorithm: 'HMAC-SHA256' | 'HMAC-SHA512'
  /** Hex in lower case, or Base64 with padding (RFC 4648, sections 4 and 8). */
  readonly encoding: 'hex' | 'base64'
  readonly message: readonly SigningPart[]
  /** The unit of the Unix time that fills `{timestamp}`. */
  readonly timestamp?: 'seconds' | 'milliseconds'
}

/** How the requests of a provider are authenticated, as data. Without `signature` the key is static and nothing is signed. */
export interface SigningProfile {
  readonly headers: readonly SigningHeader[]
  readonly signature?: SignatureScheme
}

import type { SigningHeader } from './signing-profile.ts'

/** A part of a callback that its signature may cover. */
export type CallbackPart = 'timestamp' | 'body'

/** How the signature of a callback is made: the parts of `message` are joined as bytes, in order, with `separator` between them. */
export interface CallbackScheme {
  /** An HMAC (RFC 2104) under the merchant's secret, or RSASSA-PKCS1-v1_5 (RFC 8017, section 8.2) under the provider's key pair. */
  readonly algorithm: 'HMAC-SHA256' | 'HMAC-SHA512' | 'RSA-SHA512'
  /** Hex in lower case, or Base64 with padding (RFC 4648, sections 4 and 8). */
  readonly encoding: 'hex' | 'base64'
  readonly message: readonly CallbackPart[]
  /** Stands between the parts; nothing unless given. */
  readonly separator?: string
}

/** How a provider proves that a callback is its own, as data: the headers may hold `{key}`, `{signature}` and `{timestamp}`. */
export interface CallbackProfile {
  readonly headers: readonly SigningHeader[]
  readonly signature: CallbackScheme
}

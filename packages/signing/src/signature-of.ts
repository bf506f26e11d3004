import type { Credentials } from './credentials.ts'
import { hmac } from './hmac.ts'
import type { SigningProfile } from './signing-profile.ts'

/** The parts of a request that a signature may cover, and the credentials that sign them. */
export interface SignatureInput {
  /** All that follows the origin as it stands in the request line: the path with its leading slash, and the query. */
  readonly pathAndQuery: string
  /** The exact bytes sent; empty where there is no body. */
  readonly body: Uint8Array
  /** The timestamp as it stands in the header; needed where the profile signs it. */
  readonly timestamp?: string
  readonly credentials: Credentials
}

/**
 * The bare signature of a request, as it stands in the header. Text is signed as UTF-8.
 * Throws an error, which shows no secret, where the profile signs nothing or where the secret or the timestamp is missing.
 */
export function signatureOf(profile: SigningProfile, input: SignatureInput): string {
  const scheme = profile.signature
  if (!scheme) throw new Error('This signing profile has a static key and signs nothing: send its headers alone.')
  const { secret } = input.credentials
  if (!secret) throw new Error(`${scheme.algorithm} needs a secret and none is given: set the secret beside the key.`)
  const parts = scheme.message.map((part) => {
    if (part === 'body') return input.body
    if (part === 'path-and-query') return input.pathAndQuery
    if (input.timestamp === undefined) throw new Error('The signature covers a timestamp and none is given: give one.')
    return input.timestamp
  })
  return hmac(scheme.algorithm, scheme.encoding, secret, parts)
}

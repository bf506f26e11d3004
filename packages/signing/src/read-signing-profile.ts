import type { Hole } from './header-template.ts'
import { list, object, oneOf, readProfileHeaders, refuseRepeated, wrong } from './profile-shape.ts'
import type { SignatureScheme, SigningProfile } from './signing-profile.ts'

const ALGORITHMS = ['HMAC-SHA256', 'HMAC-SHA512'] as const
const ENCODINGS = ['hex', 'base64'] as const
const PARTS = ['path-and-query', 'timestamp', 'body'] as const
const UNITS = ['seconds', 'milliseconds'] as const

/**
 * Reads a signing profile from data, such as parsed JSON, into a frozen one of its own.
 * Throws a {@link SigningProfileError} that names the member that is wrong.
 */
export function readSigningProfile(value: unknown): SigningProfile {
  const profile = object(value, '', ['headers', 'signature'])
  const { headers, holes } = readProfileHeaders(profile.headers)
  if (!holes.includes('key')) wrong('/headers', 'no template has the hole {key}')
  if (profile.signature === undefined) {
    const unfilled = holes.find((hole) => hole !== 'key')
    if (unfilled) wrong('/headers', `a template has the hole {${unfilled}} and the profile has no signature to fill it`)
    return Object.freeze({ headers })
  }
  const signature = readSignature(profile.signature, holes)
  return Object.freeze({ headers, signature })
}

function readSignature(value: unknown, holes: readonly Hole[]): SignatureScheme {
  const at = '/signature'
  const scheme = object(value, at, ['algorithm', 'encoding', 'message', 'timestamp'])
  const algorithm = oneOf(ALGORITHMS, scheme.algorithm, `${at}/algorithm`)
  const encoding = oneOf(ENCODINGS, scheme.encoding, `${at}/encoding`)
  const parts = list(scheme.message, `${at}/message`)
  const message = Object.freeze(parts.map((part, index) => oneOf(PARTS, part, `${at}/message/${index}`)))
  refuseRepeated(message, `${at}/message`)
  if (!holes.includes('signature')) wrong('/headers', 'no template has the hole {signature} for the signature made')
  if (scheme.timestamp === undefined) {
    if (message.includes('timestamp') || holes.includes('timestamp')) {
      wrong(`${at}/timestamp`, 'the profile uses a timestamp, so its unit is needed: seconds or milliseconds')
    }
    return Object.freeze({ algorithm, encoding, message })
  }
  const timestamp = oneOf(UNITS, scheme.timestamp, `${at}/timestamp`)
  if (!holes.includes('timestamp')) wrong('/headers', 'no template has the hole {timestamp} for the timestamp made')
  return Object.freeze({ algorithm, encoding, message, timestamp })
}

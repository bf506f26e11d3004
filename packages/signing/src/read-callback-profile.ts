import type { CallbackProfile, CallbackScheme } from './callback-profile.ts'
import type { Hole } from './header-template.ts'
import { list, object, oneOf, readProfileHeaders, refuseRepeated, wrong } from './profile-shape.ts'

const ALGORITHMS = ['HMAC-SHA256', 'HMAC-SHA512', 'RSA-SHA512'] as const
const ENCODINGS = ['hex', 'base64'] as const
const PARTS = ['timestamp', 'body'] as const

/**
 * Reads the profile of a callback's signature from data, such as parsed JSON, into a frozen one of its own.
 * Throws a {@link SigningProfileError} that names the member that is wrong.
 */
export function readCallbackProfile(value: unknown): CallbackProfile {
  const profile = object(value, '', ['headers', 'signature'])
  const { headers, holes } = readProfileHeaders(profile.headers)
  return Object.freeze({ headers, signature: readScheme(profile.signature, holes) })
}

function readScheme(value: unknown, holes: readonly Hole[]): CallbackScheme {
  const at = '/signature'
  const scheme = object(value, at, ['algorithm', 'encoding', 'message', 'separator'])
  const algorithm = oneOf(ALGORITHMS, scheme.algorithm, `${at}/algorithm`)
  const encoding = oneOf(ENCODINGS, scheme.encoding, `${at}/encoding`)
  const parts = list(scheme.message, `${at}/message`)
  const message = Object.freeze(parts.map((part, index) => oneOf(PARTS, part, `${at}/message/${index}`)))
  refuseRepeated(message, `${at}/message`)
  if (!message.includes('body')) wrong(`${at}/message`, 'a signature that leaves the body out proves nothing of it')
  if (!holes.includes('signature')) wrong('/headers', 'no template has the hole {signature}')
  if (message.includes('timestamp') !== holes.includes('timestamp')) {
    wrong(`${at}/message`, 'a timestamp stands both in the message and in a template, or in neither')
  }
  const { separator } = scheme
  if (separator === undefined) return Object.freeze({ algorithm, encoding, message })
  if (typeof separator !== 'string' || separator === '') return wrong(`${at}/separator`, 'a text is needed here')
  return Object.freeze({ algorithm, encoding, message, separator })
}

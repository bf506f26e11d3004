import { type Hole, parseHeaderTemplate } from './header-template.ts'
import type { SignatureScheme, SigningHeader, SigningProfile } from './signing-profile.ts'
import { SigningProfileError } from './signing-profile-error.ts'

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
  const listed = list(profile.headers, '/headers').map((header, index) => readHeader(header, `/headers/${index}`))
  const headers = listed.map(({ header }) => header)
  const holes = listed.flatMap((header) => header.holes)
  refuseRepeated(
    headers.map(({ name }) => name.toLowerCase()),
    '/headers',
  )
  refuseRepeated(holes, '/headers')
  if (!holes.includes('key')) wrong('/headers', 'no template has the hole {key}')
  if (profile.signature === undefined) {
    const unfilled = holes.find((hole) => hole !== 'key')
    if (unfilled) wrong('/headers', `a template has the hole {${unfilled}} and the profile has no signature to fill it`)
    return Object.freeze({ headers: Object.freeze(headers) })
  }
  const signature = readSignature(profile.signature, holes)
  return Object.freeze({ headers: Object.freeze(headers), signature })
}

function readHeader(value: unknown, at: string): { header: SigningHeader; holes: readonly Hole[] } {
  const { name, template } = object(value, at, ['name', 'template'])
  // RFC 9110, section 5.6.2: token.
  if (typeof name !== 'string' || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
    return wrong(`${at}/name`, 'a header name is a token of RFC 9110, such as X-API-Key')
  }
  if (typeof template !== 'string') return wrong(`${at}/template`, 'a template is a string, such as "Bearer {key}"')
  try {
    return { header: Object.freeze({ name, template }), holes: parseHeaderTemplate(template).holes }
  } catch (error) {
    return wrong(`${at}/template`, error instanceof Error ? error.message : String(error))
  }
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

function object(value: unknown, at: string, members: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(at, 'an object is needed here')
  const unknown = Object.keys(value).find((name) => !members.includes(name))
  if (unknown !== undefined) return wrong(`${at}/${pointerToken(unknown)}`, `only ${members.join(', ')} may stand here`)
  return { ...value }
}

function list(value: unknown, at: string): readonly unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : wrong(at, 'a list of at least one is needed here')
}

function oneOf<Value extends string>(allowed: readonly Value[], value: unknown, at: string): Value {
  return allowed.find((known) => known === value) ?? wrong(at, `one of ${allowed.join(', ')} is needed here`)
}

function refuseRepeated(values: readonly string[], at: string): void {
  const repeated = values.find((value, index) => values.indexOf(value) !== index)
  if (repeated !== undefined) wrong(at, `${repeated} stands here twice`)
}

/** RFC 6901, section 3. */
function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function wrong(at: string, reason: string): never {
  throw new SigningProfileError(at, reason)
}

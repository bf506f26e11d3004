import { type Hole, parseHeaderTemplate } from './header-template.ts'
import type { SigningHeader } from './signing-profile.ts'
import { SigningProfileError } from './signing-profile-error.ts'

/** The headers of a profile, frozen, and the holes that their templates have together. */
export function readProfileHeaders(value: unknown): {
  readonly headers: readonly SigningHeader[]
  readonly holes: readonly Hole[]
} {
  const listed = list(value, '/headers').map((header, index) => readHeader(header, `/headers/${index}`))
  const headers = listed.map(({ header }) => header)
  const holes = listed.flatMap((header) => header.holes)
  refuseRepeated(
    headers.map(({ name }) => name.toLowerCase()),
    '/headers',
  )
  refuseRepeated(holes, '/headers')
  return { headers: Object.freeze(headers), holes }
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

/** An object of these members and no other, copied. */
export function object(value: unknown, at: string, members: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(at, 'an object is needed here')
  const unknown = Object.keys(value).find((name) => !members.includes(name))
  if (unknown !== undefined) return wrong(`${at}/${pointerToken(unknown)}`, `only ${members.join(', ')} may stand here`)
  return { ...value }
}

/** A list of at least one. */
export function list(value: unknown, at: string): readonly unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : wrong(at, 'a list of at least one is needed here')
}

/** One of the texts allowed. */
export function oneOf<Value extends string>(allowed: readonly Value[], value: unknown, at: string): Value {
  return allowed.find((known) => known === value) ?? wrong(at, `one of ${allowed.join(', ')} is needed here`)
}

/** Refuses a list in which a text stands twice. */
export function refuseRepeated(values: readonly string[], at: string): void {
  const repeated = values.find((value, index) => values.indexOf(value) !== index)
  if (repeated !== undefined) wrong(at, `${repeated} stands here twice`)
}

/** RFC 6901, section 3. */
function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** @throws SigningProfileError always. */
export function wrong(at: string, reason: string): never {
  throw new SigningProfileError(at, reason)
}

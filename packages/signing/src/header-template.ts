import type { SigningHeader } from './signing-profile.ts'

const HOLES = ['key', 'signature', 'timestamp'] as const

/** A place in a header template that a request fills. */
export type Hole = (typeof HOLES)[number]

/** What fills the holes of a template. */
export type HoleValues = { readonly [hole in Hole]?: string }

/** What a header value says, read by its template. */
export interface HeaderReading {
  readonly values: HoleValues
  /** The holes whose part is absent or empty. */
  readonly missing: readonly Hole[]
  readonly malformed: boolean
}

/** A parsed template: the text between the holes, and the characters that end the value of a hole. */
export interface HeaderTemplate {
  readonly holes: readonly Hole[]
  readonly literals: readonly string[]
  readonly separators: string
  /** Takes the value of a whole header, or null where the header is absent. */
  readonly read: (value: string | null) => HeaderReading
}

const NONE: readonly Hole[] = []

const parsed = new WeakMap<SigningHeader, HeaderTemplate>()

/** The parsed template of a header, parsed once. Throws an error as {@link parseHeaderTemplate} does. */
export function headerTemplate(header: SigningHeader): HeaderTemplate {
  const known = parsed.get(header)
  if (known) return known
  const template = parseHeaderTemplate(header.template)
  parsed.set(header, template)
  return template
}

/**
 * Parses the template of a header value. Its text is matched without regard to case, as RFC 9110, section 11.1 asks of
 * schemes and parameter names; the values that fill it are not.
 * Throws an error that says, as the end of a sentence, why a template cannot be read back without doubt.
 */
export function parseHeaderTemplate(template: string): HeaderTemplate {
  if (!/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(template)) {
    throw new Error('a header value is printable ASCII, not empty, without white space around it')
  }
  // Splitting by a captured group alternates text and hole names, text first and last.
  const pieces = template.split(/\{([^{}]*)\}/)
  const literals = pieces.filter((_, index) => index % 2 === 0)
  const holes = pieces.filter((_, index) => index % 2 === 1).map(holeNamed)
  if (literals.some((literal) => /[{}]/.test(literal))) throw new Error('a brace stands alone')
  const separators = literals.slice(1).flatMap((literal, index, after) => {
    // Only the text after the last hole may be empty.
    if (literal === '') return index === after.length - 1 ? [] : fail('two holes need a separator between them')
    const first = literal.charAt(0)
    return /[A-Za-z0-9+/=]/.test(first) ? fail(`"${first}" cannot end a value, use punctuation such as ","`) : [first]
  })
  return { holes, literals, separators: separators.join(''), read: reader(holes, literals, separators.join('')) }
}

function reader(holes: readonly Hole[], literals: readonly string[], separators: string): HeaderTemplate['read'] {
  const character = separators === '' ? '[^]' : `[^${escaped(separators)}]`
  const whole = holes
    .map((hole, index) => `(${hole === 'timestamp' ? '[0-9]' : character}*)${escaped(literals[index + 1] ?? '')}`)
    .join('')
  const grammar = new RegExp(`^${escaped(literals[0] ?? '')}${whole}$`, 'i')
  const carried = holes.map((_, index) => {
    const before = literals[index] ?? ''
    // A part is known by its own name ("signature=") where it has one, else by all the text before it.
    const name = /[\w-][^\s,]*$/.exec(before)?.[0]
    return new RegExp(`${name === undefined ? '' : '(?:^|[\\s,])'}${escaped(name ?? before)}${character}`, 'i')
  })
  const [first] = holes
  const isBare = holes.length === 1 && literals.every((literal) => literal === '') && first !== 'timestamp'
  return (value) => {
    if (value === null || value === '') return { values: {}, missing: holes, malformed: holes.length === 0 }
    // A header that is one hole says nothing else: any value fills it.
    if (isBare && first !== undefined) return { values: { [first]: value }, missing: NONE, malformed: false }
    const match = grammar.exec(value)
    if (!match) return { values: {}, missing: holes.filter((_, i) => !carried[i]?.test(value)), malformed: true }
    const values: { [hole in Hole]?: string } = {}
    let missing = NONE
    let index = 0
    for (const hole of holes) {
      index += 1
      const part = match[index] ?? ''
      values[hole] = part
      if (part === '') missing = [...missing, hole]
    }
    return { values, missing, malformed: false }
  }
}

function holeNamed(name: string): Hole {
  const hole = HOLES.find((known) => known === name)
  return hole ?? fail(`the hole {${name}} is unknown, use {key}, {signature} or {timestamp}`)
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function fail(reason: string): never {
  throw new Error(reason)
}

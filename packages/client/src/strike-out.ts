import { Buffer } from 'node:buffer'

/** Shorter texts are no secrets worth the name, and striking them out would tear answers apart. */
const SHORTEST = 4

/** Strikes secrets out of texts, in every encoding in which they are likely to be repeated. */
export interface Censor {
  text(text: string): string
  /** The same for every text and member name of a JSON value. */
  json(value: unknown): unknown
}

/** A censor for these secrets. */
export function censorOf(secrets: readonly (string | undefined)[]): Censor {
  const spellings = [...new Set(secrets.flatMap((secret) => (secret === undefined ? [] : spellingsOf(secret))))]
    .filter((spelling) => spelling.length >= SHORTEST)
    // The longest first, so that no rest of one stays behind.
    .sort((left, right) => right.length - left.length)
  const text = (given: string): string =>
    spellings.reduce((rest, spelling) => rest.replaceAll(spelling, '[struck out]'), given)
  const json = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value)
    if (Array.isArray(value)) return value.map(json)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [text(name), json(member)]))
  }
  return { text, json }
}

function spellingsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const hex = bytes.toString('hex')
  const base64 = bytes.toString('base64').replace(/=+$/, '')
  const quoted = JSON.stringify(secret).slice(1, -1)
  return [secret, quoted, hex, hex.toUpperCase(), base64, bytes.toString('base64url'), encodeURIComponent(secret)]
}

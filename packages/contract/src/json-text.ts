import { parse, stringify } from 'lossless-json'
import { type Json, JsonNumber } from './json.ts'

/** Up to this many significant decimal digits pass through a double and come back the same (IEEE 754 binary64). */
const EXACT_DIGITS = 15

/**
 * Reads JSON text (RFC 8259). Numbers of more than 15 significant digits, or too large for a double, become a {@link JsonNumber}.
 * Of duplicate keys with different values the last one counts, as in `JSON.parse`.
 * @throws SyntaxError with the position, when the text is not JSON.
 */
export function parseJson(text: string): Json {
  return parse(text, null, { parseNumber, onDuplicateKey: ({ newValue }) => newValue }) as Json
}

/** Writes JSON without white space; a {@link JsonNumber} keeps its text. */
export function stringifyJson(value: Json): string {
  return stringify(value, null, undefined, [
    { test: (item) => item instanceof JsonNumber, stringify: (item) => String(item) },
  ]) as string
}

/** The value of a JSON number literal: a double where 15 significant digits hold it, else the text itself. */
export function parseNumber(text: string): number | JsonNumber {
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
  const value = Number(text)
  return digits.length <= EXACT_DIGITS && Number.isFinite(value) ? value : new JsonNumber(text)
}

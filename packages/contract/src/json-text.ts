import { parse, stringify } from 'lossless-json'
import { type Json, JsonNumber, type JsonObject } from './json.ts'

/** Up to this many significant decimal digits pass through a double and come back the same (IEEE 754 binary64). */
const EXACT_DIGITS = 15

/** Where a value may begin: a number in such a text may need more than a double holds: the parser that keeps its digits is several times slower than the built-in one. */
const MAY_BE_INEXACT = /(?:^|[:,[\s])-?(?:[\d.]{16}|[\d.]+[eE])/

/**
 * Reads JSON text (RFC 8259). Numbers of more than 15 significant digits, or too large for a double, become a {@link JsonNumber}.
 * Of duplicate keys with different values the last one counts, as in `JSON.parse`.
 * @throws SyntaxError with the position, when the text is not JSON.
 */
export function parseJson(text: string): Json {
  if (!MAY_BE_INEXACT.test(text)) return JSON.parse(text)
  return parse(text, null, { parseNumber, onDuplicateKey: ({ newValue }) => newValue }) as Json
}

/** Writes JSON without white space; a {@link JsonNumber} keeps its text. */
export function stringifyJson(value: Json): string {
  if (!holdsJsonNumber(value)) return JSON.stringify(value)
  return stringify(value, null, undefined, [
    { test: (item) => item instanceof JsonNumber, stringify: (item) => String(item) },
  ]) as string
}

function holdsJsonNumber(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof JsonNumber) return true
  if (Array.isArray(value)) return value.some(holdsJsonNumber)
  // By name: a list of the values would be made for every object of every answer.
  for (const name in value) if (holdsJsonNumber((value as JsonObject)[name] as Json)) return true
  return false
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

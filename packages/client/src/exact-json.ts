/** A number in JSON text, kept as it is written. */
export class NumberText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A JSON value whose numbers are as they were written. */
export type ExactJson =
  | null
  | boolean
  | string
  | NumberText
  | readonly ExactJson[]
  | { readonly [name: string]: ExactJson }

/** Deeper than this no callback is nested, and a reader that follows would run out of stack. */
const MAXIMUM_DEPTH = 100

/** A string, or a number, as JSON text has them (RFC 8259, sections 6 and 7). */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/**
 * Reads JSON text (RFC 8259) without rounding a number.
 * @throws SyntaxError where the text is no JSON, or nests too deeply.
 */
export function parseExactJson(text: string): ExactJson {
  // Told apart by a first letter, numbers pass through the built-in parser as strings. The plain text is parsed first: marked, what is no JSON might be.
  JSON.parse(text)
  const marked = text.replace(TOKEN, (token) => (token.startsWith('"') ? `"s${token.slice(1)}` : `"n${token}"`))
  return unmarked(JSON.parse(marked), 0)
}

function unmarked(value: unknown, depth: number): ExactJson {
  if (depth > MAXIMUM_DEPTH) throw new SyntaxError(`The value nests more than ${MAXIMUM_DEPTH} levels.`)
  if (typeof value === 'string') return value.startsWith('n') ? new NumberText(value.slice(1)) : value.slice(1)
  if (Array.isArray(value)) return value.map((item) => unmarked(item, depth + 1))
  if (typeof value !== 'object' || value === null) return value === true || (value === false ? false : null)
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.slice(1), unmarked(member, depth + 1)]))
}

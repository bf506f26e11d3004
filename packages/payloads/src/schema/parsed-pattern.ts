import { type AST, RegExpParser } from '@eslint-community/regexpp'

const parser = new RegExpParser()

/** The syntax tree of a regular expression (ECMA-262, Unicode); undefined where it is none. */
export function parsedPattern(source: string): AST.Pattern | undefined {
  try {
    return parser.parsePattern(source, 0, source.length, { unicode: true })
  } catch {
    // Whoever makes texts of the pattern says so, with its place.
    return undefined
  }
}

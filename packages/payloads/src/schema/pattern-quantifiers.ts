import { type AST, visitRegExpAST } from '@eslint-community/regexpp'
import { parsedPattern } from './parsed-pattern.ts'

/** A quantifier of a regular expression that allows more than one count, and where it stands. */
export interface Quantifier {
  readonly start: number
  readonly end: number
  readonly least: number
  readonly most: number
}

/** The quantifiers that allow more than one count, in the order of the text; none for what is no regular expression. */
export function variableQuantifiers(source: string): readonly Quantifier[] {
  const pattern = parsedPattern(source)
  const found: Quantifier[] = []
  if (pattern === undefined) return found
  visitRegExpAST(pattern, {
    onQuantifierEnter({ element, end, min, max }) {
      if (min < max) found.push({ start: element.end, end, least: min, most: max })
    },
  })
  return found.toSorted((one, other) => one.start - other.start)
}

/** The pattern with each of these quantifiers fixed at one count. */
export function withCounts(
  source: string,
  quantifiers: readonly Quantifier[],
  countOf: (quantifier: Quantifier) => number,
): string {
  return quantifiers
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, quantifier) => {
      return `${text.slice(0, quantifier.start)}{${countOf(quantifier)}}${text.slice(quantifier.end)}`
    }, source)
}

/** Whether a pattern says where its texts begin and where they end, in each of its alternatives. */
export function isAnchored(source: string): boolean {
  const alternatives = parsedPattern(source)?.alternatives ?? []
  return (
    alternatives.length > 0 &&
    alternatives.every(({ elements }) => isEdge(elements[0], 'start') && isEdge(elements.at(-1), 'end'))
  )
}

function isEdge(element: AST.Element | undefined, kind: 'start' | 'end'): boolean {
  return element?.type === 'Assertion' && element.kind === kind
}

/** The pattern with plain characters where it does not say what comes before or after. */
export function anchored(source: string, count: string): string {
  if (isAnchored(source)) return source
  const body = source.startsWith('^') ? source.slice(1) : source
  return isAnchored(`^${body}`) ? `^[a-z0-9]${count}(?:${body.slice(0, -1)})$` : `^(?:${body})[a-z0-9]${count}$`
}

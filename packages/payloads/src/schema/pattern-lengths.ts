import type { AST } from '@eslint-community/regexpp'
import { parsedPattern } from './parsed-pattern.ts'
import { isAnchored } from './pattern-quantifiers.ts'

/** How many characters (Unicode code points) a text has at least and at most. */
export interface Lengths {
  readonly least: number
  readonly most: number
}

const nothing: Lengths = { least: 0, most: 0 }
const anyLength: Lengths = { least: 0, most: Number.POSITIVE_INFINITY }

/**
 * How long the texts are in which a regular expression finds something, as its quantifiers and alternatives tell; what assertions forbid beside that is not
 * looked at. Any length for what is no regular expression.
 */
export function patternLengths(source: string): Lengths {
  const pattern = parsedPattern(source)
  if (pattern === undefined) return anyLength
  const found = ofAlternatives(pattern.alternatives)
  return isAnchored(source) ? found : { ...found, most: Number.POSITIVE_INFINITY }
}

function ofAlternatives(alternatives: readonly AST.Alternative[]): Lengths {
  const lengths = alternatives.map(({ elements }) => elements.map(ofElement).reduce(together, nothing))
  return {
    least: Math.min(...lengths.map(({ least }) => least)),
    most: Math.max(...lengths.map(({ most }) => most)),
  }
}

function ofElement(element: AST.Element): Lengths {
  switch (element.type) {
    case 'Assertion':
      return nothing
    case 'Backreference':
      return anyLength
    case 'CapturingGroup':
    case 'Group':
      return ofAlternatives(element.alternatives)
    case 'Quantifier': {
      const { least, most } = ofElement(element.element)
      return { least: least * element.min, most: most === 0 || element.max === 0 ? 0 : most * element.max }
    }
    default:
      return { least: 1, most: 1 }
  }
}

function together(one: Lengths, other: Lengths): Lengths {
  return { least: one.least + other.least, most: one.most + other.most }
}

import fc, { type Arbitrary } from 'fast-check'
import { boundedFilter } from './bounded-filter.ts'
import { patternLengths } from './pattern-lengths.ts'
import { anchored, variableQuantifiers, withCounts } from './pattern-quantifiers.ts'

/** What was made of a pattern before: reading one takes longer than all that is drawn from it, and a schema is read once for each of its rules. */
const made = new Map<string, Arbitrary<string> | undefined>()
const mostMade = 500

/** Texts that a regular expression (ECMA-262, Unicode) matches, within the length limits; undefined where none is found. */
export function patternArbitrary(source: string, minLength: number, maxLength: number): Arbitrary<string> | undefined {
  const key = `${minLength} ${maxLength} ${source}`
  if (made.has(key)) return made.get(key)
  if (made.size >= mostMade) made.clear()
  const texts = newPatternArbitrary(source, minLength, maxLength)
  made.set(key, texts)
  return texts
}

function newPatternArbitrary(source: string, minLength: number, maxLength: number): Arbitrary<string> | undefined {
  if (minLength === maxLength) return patternOfLength(source, minLength)
  const usual =
    within(matching(anchored(source, '{0,8}'), maxLength), source, minLength, maxLength) ??
    within(matching(source, maxLength), source, minLength, maxLength)
  const atLimits = [minLength, maxLength]
    .filter((length) => length > 0 && Number.isFinite(length))
    .map((length) => patternOfLength(source, length))
    .filter((way) => way !== undefined)
  if (usual === undefined) return atLimits.length === 0 ? undefined : fc.oneof(...atLimits)
  if (atLimits.length === 0) return usual
  return fc.oneof({ arbitrary: usual, weight: 15 }, { arbitrary: fc.oneof(...atLimits), weight: 1 })
}

/**
 * Texts of exactly this many characters: one quantifier of the pattern is fixed at the count that gives the length, the others at their least; else some
 * text of the length is looked for.
 */
function patternOfLength(source: string, length: number): Arbitrary<string> | undefined {
  const { least, most } = patternLengths(source)
  if (length < least || length > most) return undefined
  const whole = anchored(source, '*')
  const quantifiers = variableQuantifiers(whole)
  for (const varied of quantifiers.toSorted((a, b) => b.most - a.most)) {
    const at = (count: number): string =>
      withCounts(whole, quantifiers, (other) => (other === varied ? count : other.least))
    const first = patternLengths(at(varied.least)).least
    const second = patternLengths(at(varied.least + 1)).least
    if (second <= first) continue
    const count = varied.least + (length - first) / (second - first)
    if (!Number.isInteger(count) || count < varied.least || count > varied.most) continue
    const exact = within(matching(at(count), length), source, length, length)
    if (exact !== undefined) return exact
  }
  return within(matching(source, length), source, length, length)
}

function within(
  texts: Arbitrary<string> | undefined,
  source: string,
  minLength: number,
  maxLength: number,
): Arbitrary<string> | undefined {
  const accepts = new RegExp(source, 'u')
  const fits = (text: string): boolean => {
    const length = [...text].length
    return length >= minLength && length <= maxLength && accepts.test(text)
  }
  return texts && boundedFilter(texts, fits)
}

function matching(source: string, maxLength: number): Arbitrary<string> | undefined {
  try {
    const pattern = new RegExp(source, 'u')
    return Number.isFinite(maxLength) ? fc.stringMatching(pattern, { maxLength }) : fc.stringMatching(pattern)
  } catch {
    // fast-check refuses look-around and back-references: the caller says so, with the place.
    return undefined
  }
}

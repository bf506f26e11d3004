import fc, { type Arbitrary } from 'fast-check'
import { hyphenated, textArbitrary, word } from './text-arbitrary.ts'

/** Names that no one can own (RFC 2606, RFC 6761). */
const reserved = ['example.com', 'example.org', 'example.net', 'shop.example.com']
const longestName = 253
const longestLabel = 63

/** Domain names under the reserved names, up to 253 characters (RFC 1123). Below the length of a domain name: single labels. */
export function hostnameArbitrary(minLength: number, maxLength: number): Arbitrary<string> | undefined {
  const max = Math.min(maxLength, longestName)
  const min = Math.max(minLength, 1)
  if (min > max) return undefined
  const fitting = reserved.filter((name) => name.length >= min && name.length <= max)
  if (fitting.length > 0 && min < max) {
    const label = Math.min(max - 12, longestLabel)
    const known = fc.constantFrom(...fitting)
    if (label < 1 || 13 < min) return known
    return fc.oneof(
      known,
      textArbitrary(1, label, word).map((text) => `${text}.example.com`),
    )
  }
  return lengthsBetween(min, max).reduce<Arbitrary<string> | undefined>(
    (made, length) => made ?? hostnameOfLength(length),
    undefined,
  )
}

/** Domain names of exactly this many characters, or undefined where none has so many. */
export function hostnameOfLength(length: number): Arbitrary<string> | undefined {
  if (length < 1 || length > longestName) return undefined
  if (length === 11) return fc.constantFrom('example.com', 'example.org', 'example.net')
  if (length < 10) return textArbitrary(length, length, word)
  const suffix = length < 13 ? '.example' : '.example.com'
  const labels = labelLengths(length - suffix.length).map((size) => textArbitrary(size, size, hyphenated))
  return fc.tuple(...labels).map((made) => `${made.join('.')}${suffix}`)
}

/** Labels of at most 63 characters which, joined with dots, have this many characters. */
function labelLengths(length: number): number[] {
  if (length <= longestLabel) return [length]
  // One label less than the longest leaves at least one character behind the dot.
  const first = length === longestLabel + 1 ? longestLabel - 1 : longestLabel
  return [first, ...labelLengths(length - first - 1)]
}

function lengthsBetween(min: number, max: number): number[] {
  return [...new Set([min, Math.floor((min + max) / 2), max])]
}

import fc, { type Arbitrary } from 'fast-check'
import { hostnameOfLength } from './hostname-arbitrary.ts'
import { textArbitrary, word } from './text-arbitrary.ts'

/** RFC 5321 §4.5.3.1: 64 before the `@`, and 256 for the path with its two angle brackets. */
const longestLocal = 64
export const longestEmail = 254
const hosts = ['example.com', 'example.org', 'example.net']
const behind = '@example.com'.length

/** E-mail addresses under reserved domains, of any length up to 254 characters (RFC 5321). */
export function emailArbitrary(minLength: number, maxLength: number): Arbitrary<string> | undefined {
  const max = Math.min(maxLength, longestEmail)
  if (minLength > max || max < 3) return undefined
  if (minLength === max) return emailOfLength(max)
  const least = Math.max(1, minLength - behind)
  const most = Math.min(longestLocal, max - behind)
  const usual =
    least <= most
      ? fc.tuple(textArbitrary(least, most, word), fc.constantFrom(...hosts)).map((parts) => parts.join('@'))
      : undefined
  const long = max > longestLocal + behind || usual === undefined ? emailOfLength(max) : undefined
  if (usual === undefined || long === undefined) return usual ?? long
  return fc.oneof({ arbitrary: usual, weight: 15 }, { arbitrary: long, weight: 1 })
}

/** Addresses of exactly this many characters. */
function emailOfLength(length: number): Arbitrary<string> | undefined {
  const local = length > behind ? Math.min(longestLocal, length - behind) : 1
  // A host of 12 characters under a reserved name has a label of four: any length from ten on is possible.
  const host = hostnameOfLength(length - local - 1)
  return host === undefined
    ? undefined
    : fc.tuple(textArbitrary(local, local, word), host).map((parts) => parts.join('@'))
}

import fc, { type Arbitrary } from 'fast-check'
import { hostnameOfLength } from './hostname-arbitrary.ts'
import { textArbitrary, word } from './text-arbitrary.ts'

const scheme = 'https://'
const hosts = ['example.com', 'example.org', 'example.net']
const bare = scheme.length + 'example.com'.length
const query = '/pay?order='
const usualPath = 24

/**
 * Absolute https URLs (RFC 3986) on a reserved domain name, alone, with a path, or with a path and a query. The path is as long as the limits ask.
 */
export function httpsUrlArbitrary(minLength: number, maxLength: number): Arbitrary<string> | undefined {
  const ways: { arbitrary: Arbitrary<string>; weight: number }[] = []
  const host = fc.constantFrom(...hosts)
  const add = (weight: number, before: string, least: number, most: number): void => {
    if (least > most) return
    const tail = textArbitrary(least, most, word)
    ways.push({ weight, arbitrary: fc.tuple(host, tail).map(([name, text]) => `${scheme}${name}${before}${text}`) })
  }
  if (minLength <= bare && bare <= maxLength) ways.push({ weight: 2, arbitrary: host.map((name) => scheme + name) })
  const path = bare + 1
  add(6, '/', Math.max(1, minLength - path), maxLength - path)
  const withQuery = bare + query.length
  add(
    2,
    query,
    Math.max(1, minLength - withQuery),
    Math.min(maxLength - withQuery, Math.max(usualPath, minLength - withQuery)),
  )
  if (ways.length > 0) return fc.oneof(...ways)
  return shortUrl(minLength, maxLength)
}

/** Absolute URIs (RFC 3986): https URLs, and where no URL is as short, a path behind a scheme of one letter. */
export function uriArbitrary(minLength: number, maxLength: number): Arbitrary<string> | undefined {
  return httpsUrlArbitrary(minLength, maxLength) ?? behindPrefix('x:', minLength, maxLength)
}

/** URI references: URIs, absolute paths and relative ones. */
export function uriReferenceArbitrary(minLength: number, maxLength: number): Arbitrary<string> | undefined {
  const ways = [
    behindPrefix('/', minLength, maxLength),
    behindPrefix('', Math.max(1, minLength), maxLength),
    httpsUrlArbitrary(minLength, maxLength),
  ].filter((way) => way !== undefined)
  return ways.length === 0 ? undefined : fc.oneof(...ways)
}

function behindPrefix(prefix: string, minLength: number, maxLength: number): Arbitrary<string> | undefined {
  const least = Math.max(1, minLength - prefix.length)
  const most = maxLength - prefix.length
  return least > most ? undefined : textArbitrary(least, most, word).map((text) => prefix + text)
}

/** Hosts shorter than `example.com` still have a name of two labels. */
function shortUrl(minLength: number, maxLength: number): Arbitrary<string> | undefined {
  const length = Math.min(maxLength, bare)
  const isPossible = length >= minLength && length >= scheme.length + 10
  return isPossible ? hostnameOfLength(length - scheme.length)?.map((host) => scheme + host) : undefined
}

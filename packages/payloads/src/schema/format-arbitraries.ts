import fc, { type Arbitrary } from 'fast-check'
import { boundedFilter } from './bounded-filter.ts'
import { emailArbitrary } from './email-arbitrary.ts'
import { hostnameArbitrary } from './hostname-arbitrary.ts'
import type { SizedText } from './sized-text.ts'
import { textArbitrary, word } from './text-arbitrary.ts'
import { dateArbitrary, dateTimeArbitrary, durationArbitrary, timeArbitrary } from './time-arbitraries.ts'
import { httpsUrlArbitrary, uriArbitrary, uriReferenceArbitrary } from './url-arbitrary.ts'

const uuidText = fc.uuid({ version: 4 })

/** Texts of each format that is no annotation. What stands for the international forms is their common ASCII part. */
export const formatArbitraries: ReadonlyMap<string, SizedText> = new Map<string, SizedText>([
  ['date', dateArbitrary],
  ['time', timeArbitrary],
  ['date-time', dateTimeArbitrary],
  ['duration', durationArbitrary],
  ['email', emailArbitrary],
  ['idn-email', emailArbitrary],
  ['hostname', hostnameArbitrary],
  ['idn-hostname', hostnameArbitrary],
  ['ipv4', filtered(fc.ipV4(), 7, 15)],
  ['ipv6', filtered(fc.ipV6(), 2, 39)],
  ['uri', uriArbitrary],
  ['iri', uriArbitrary],
  ['url', httpsUrlArbitrary],
  ['uri-template', uriArbitrary],
  ['uri-reference', uriReferenceArbitrary],
  ['iri-reference', uriReferenceArbitrary],
  ['uuid', filtered(uuidText, 36, 36)],
  ['byte', base64],
  ['regex', (min, max) => textArbitrary(min, Math.min(max, Math.max(min, 32)), word)],
  ['json-pointer', pointer],
  [
    'relative-json-pointer',
    filtered(
      fc.nat(9).map((up) => `${up}/a`),
      3,
      3,
    ),
  ],
])

/** Base64 (RFC 4648 §4): always a multiple of four characters. */
function base64(minLength: number, maxLength: number): Arbitrary<string> | undefined {
  const least = Math.ceil(minLength / 4)
  const most = Math.min(Math.floor(maxLength / 4), Math.max(least, 64))
  if (least > most) return undefined
  return textArbitrary(least * 3, most * 3, word).map((text) => Buffer.from(text).toString('base64'))
}

function pointer(minLength: number, maxLength: number): Arbitrary<string> | undefined {
  if (maxLength < 2) return minLength === 0 ? fc.constant('') : undefined
  return textArbitrary(Math.max(1, minLength - 1), Math.min(maxLength, Math.max(minLength, 32)) - 1, word).map(
    (text) => `/${text}`,
  )
}

/** Texts of a format whose lengths cannot be asked for. */
function filtered(arbitrary: Arbitrary<string>, shortest: number, longest: number): SizedText {
  return (minLength, maxLength) => {
    if (minLength > longest || maxLength < shortest) return undefined
    if (minLength <= shortest && maxLength >= longest) return arbitrary
    return boundedFilter(arbitrary, (text) => text.length >= minLength && text.length <= maxLength)
  }
}

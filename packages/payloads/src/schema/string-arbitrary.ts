import type { DecimalLimits } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import { acceptorOf } from './acceptor-of.ts'
import { acceptedShare, boundedFilter } from './bounded-filter.ts'
import type { Constraints } from './constraints.ts'
import { decimalArbitrary } from './decimal-arbitrary.ts'
import { formatArbitraries } from './format-arbitraries.ts'
import { stringFormats } from './known-formats.ts'
import { patternArbitrary } from './pattern-arbitrary.ts'
import { plainSchemaOf } from './plain-schema-of.ts'
import type { SchemaOptions } from './schema-options.ts'
import { textArbitrary } from './text-arbitrary.ts'
import { httpsUrlArbitrary } from './url-arbitrary.ts'

/** How far texts go beyond their shortest where nothing limits them. */
const openSpan = 64

/**
 * Strings within the constraints; undefined when none can be made. One of the keywords that say what a string looks like makes them and the others filter;
 * of several the one that keeps most.
 */
export function stringArbitrary(constraints: Constraints, options: SchemaOptions): Arbitrary<string> | undefined {
  const { minLength, patterns, decimal, httpsUrl } = constraints
  const formats = constraints.formats.filter((format) => stringFormats.has(format))
  const maxLength = Number.isFinite(constraints.maxLength) ? constraints.maxLength : minLength + openSpan
  const isShaped = decimal !== undefined || httpsUrl || formats.length > 0 || patterns.length > 0
  if (!isShaped) return unshaped(minLength, maxLength, options)

  // Made one after the other: hardly a second one is needed.
  const ways: readonly Way[] = [
    ...(decimal === undefined ? [] : [() => decimalArbitrary(decimal)]),
    ...(httpsUrl ? [() => httpsUrlArbitrary(minLength, maxLength)] : []),
    ...formats.map((format) => () => formatArbitraries.get(format)?.(minLength, maxLength)),
    ...patterns.map((pattern) => () => patternArbitrary(pattern, minLength, constraints.maxLength)),
  ]
  const isAlone = patterns.length + formats.length + (httpsUrl ? 1 : 0) === 1 && decimal === undefined
  if (isAlone) return ways[0]?.()
  const plain =
    decimal !== undefined && formats.length === 0 && !httpsUrl ? plainDecimal(decimal, constraints) : undefined
  return plain ?? bestFiltered(ways, acceptorOf(plainSchemaOf({ ...constraints, types: ['string'], not: [] })))
}

/** Decimals that hardly need a filter: they are within their limits as they are made, so only length and patterns are asked. */
function plainDecimal(
  decimal: DecimalLimits,
  { minLength, maxLength, patterns }: Constraints,
): Arbitrary<string> | undefined {
  const way = decimalArbitrary(decimal)
  if (way === undefined || (patterns.length === 0 && minLength === 0 && maxLength === Infinity)) return way
  const expressions = patterns.map((pattern) => new RegExp(pattern, 'u'))
  const fits = (text: string): boolean =>
    text.length >= minLength && text.length <= maxLength && expressions.every((expression) => expression.test(text))
  return acceptedShare(way, fits) === 1 ? way.filter(fits) : undefined
}

/** Makes texts by one keyword; undefined where none can be made. */
type Way = () => Arbitrary<string> | undefined

function bestFiltered(ways: readonly Way[], accepts: (text: string) => boolean): Arbitrary<string> | undefined {
  let best: { readonly way: Arbitrary<string>; readonly share: number } | undefined
  let count = 0
  for (const make of ways) {
    const way = make()
    if (way === undefined) continue
    count += 1
    const share = acceptedShare(way, accepts)
    if (best === undefined || share > best.share) best = { way, share }
    // None can do better.
    if (share === 1) break
  }
  if (best === undefined || best.share === 0) return undefined
  return best.share === 1 && count === 1 ? best.way.filter(accepts) : boundedFilter(best.way, accepts)
}

function unshaped(minLength: number, maxLength: number, options: SchemaOptions): Arbitrary<string> {
  const plain = textArbitrary(minLength, maxLength)
  if (options.strings !== 'any' || maxLength === 0) return plain
  const unicode = fc.string({ unit: codePoint, minLength, maxLength: Math.min(maxLength, minLength + openSpan) })
  const markup = textArbitrary(minLength, maxLength, accented)
  if (maxLength < 3) return fc.oneof(plain, unicode, markup)
  const padded = textArbitrary(Math.max(1, minLength - 2), maxLength - 2).map((text) => ` ${text} `)
  return fc.oneof(plain, unicode, markup, padded)
}

const accented = { inner: 'éß語ñ&<>"\'\\/ '.repeat(16).slice(0, 128), outer: 'éß語ñ'.repeat(32) }

/** Any character but controls and lone surrogates; one code point, as JSON Schema counts length. fast-check's own unit takes a second to build. */
const codePoint = fc
  .oneof(
    fc.integer({ min: 0x20, max: 0x7e }),
    fc.integer({ min: 0xa0, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0xfffd }),
    fc.integer({ min: 0x10000, max: 0x10ffff }),
  )
  .map((point) => String.fromCodePoint(point))

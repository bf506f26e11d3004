import type { DecimalLimits, Json } from '@assay/contract'
import Big from 'big.js'
import fc, { type Arbitrary } from 'fast-check'
import { acceptorOf } from './acceptor-of.ts'
import { boundedFilter } from './bounded-filter.ts'
import type { Constraints } from './constraints.ts'
import { wholeArbitrary } from './decimal-arbitrary.ts'
import { decimalRange, decimalText, defaultPlaces } from './decimal-range.ts'
import type { PossibleEdge } from './edge.ts'
import { scaled } from './number-range.ts'
import { plainSchemaOf } from './plain-schema-of.ts'

const keyword = 'x-decimal'

/** The least and the greatest decimal, those one unit inside, and decimals with all their places and with one less. */
export function decimalEdges(constraints: Constraints, limits: DecimalLimits, pointer: string): PossibleEdge[] {
  const places = limits.places ?? defaultPlaces
  const range = decimalRange(limits, places)
  if (range === undefined) return []
  // A pattern or a length beside the limits may refuse one of them.
  const accepts = acceptorOf(plainSchemaOf({ ...constraints, types: ['string'], not: [] }))
  const edges: PossibleEdge[] = []
  const add = (way: string, units: bigint): void => {
    const text = decimalText(units, places)
    const isWithin = units >= range.least && units <= range.most && accepts(text)
    if (isWithin) edges.push({ pointer, keyword, way: way.replace('*', text), make: () => fc.constant(text) })
  }
  const low = limits.minimum ?? limits.exclusiveMinimum
  if (low !== undefined) {
    add(exactly('minimum', limits.minimum, range.least, places), range.least)
    add('*, one unit above the least', range.least + 1n)
  }
  const high = limits.maximum ?? limits.exclusiveMaximum
  if (high !== undefined) {
    add(exactly('maximum', limits.maximum, range.most, places), range.most)
    add('*, one unit below the greatest', range.most - 1n)
  }
  if (limits.places === undefined) return edges
  for (const count of new Set([places, places - 1].filter((number) => number >= 0))) {
    const way = `${count === places ? 'exactly ' : ''}${count} decimal${count === 1 ? '' : 's'}`
    edges.push({ pointer, keyword, way, make: () => withPlaces(limits, count, accepts) })
  }
  return edges
}

function exactly(name: string, limit: string | undefined, units: bigint, places: number): string {
  const isLimit =
    limit !== undefined && scaled(new Big(limit), places) === units && new Big(limit).eq(decimalText(units, places))
  return isLimit ? `${name} ${limit}` : `*, the closest to the ${name}`
}

/** Decimals whose last digit, at this place, is not zero. */
function withPlaces(
  limits: DecimalLimits,
  places: number,
  accepts: (text: string) => boolean,
): Arbitrary<Json> | undefined {
  const range = decimalRange(limits, places)
  if (range === undefined) return undefined
  const units = places === 0 ? wholeArbitrary(range) : boundedFilter(wholeArbitrary(range), (unit) => unit % 10n !== 0n)
  return (
    units &&
    boundedFilter(
      units.map((unit) => decimalText(unit, places)),
      accepts,
    )
  )
}

import type { Json } from '@assay/contract'
import Big from 'big.js'

const decimal = /^-?\d+(?:\.\d+)?$/

/** Which part of a text may be cut and replaced; the smallest text of its kind is as long as the part that may not. */
export type TextShape = 'free' | 'free end' | 'free start' | 'fixed'

/** Texts and numbers between the smallest known and the given one, by halves, the smallest first; nothing for other values. */
export function* smallerScalars(value: Json, smallest: Json, shape: TextShape = 'free'): IterableIterator<Json> {
  if (typeof value === 'number') {
    const least = typeof smallest === 'number' ? smallest : 0
    for (const between of decimalsBetween(new Big(least), new Big(value))) yield Number(between)
  }
  if (typeof value !== 'string' || shape === 'fixed') return
  if (decimal.test(value))
    yield* decimalsBetween(new Big(decimal.test(String(smallest)) ? String(smallest) : 0), new Big(value))
  const kept = shape === 'free' ? 0 : [...String(smallest)].length
  const characters = [...value]
  const isBehind = shape === 'free start'
  const own = isBehind ? characters.slice(characters.length - kept) : characters.slice(0, kept)
  const free = isBehind ? characters.slice(0, characters.length - kept).reverse() : characters.slice(kept)
  const whole = (part: string, rest: string): string => (isBehind ? [...rest].reverse().join('') + part : part + rest)
  if (kept > 0) yield whole(String(smallest), free.join(''))
  for (const text of shorterTexts(free)) yield whole(own.join(''), text)
}

/** Whole numbers first, then with ever more digits: at each precision by halves towards the greater one, ending one unit below it. */
function* decimalsBetween(least: Big, value: Big): IterableIterator<string> {
  const places = (value.toFixed().split('.')[1] ?? '').length
  for (let precision = 0; precision <= places; precision++) {
    const unit = new Big(`1e-${precision}`)
    for (let gap = value.minus(least); gap.abs().gte(unit); gap = gap.div(2).round(precision, Big.roundDown)) {
      yield value.minus(gap).round(precision, Big.roundHalfUp).toFixed()
    }
    yield value.round(precision, Big.roundDown).toFixed()
  }
}

function* shorterTexts(characters: readonly string[]): IterableIterator<string> {
  const { length } = characters
  for (let gap = length; gap > 0; gap = Math.floor(gap / 2)) yield characters.slice(0, length - gap).join('')
  for (let gap = length - 1; gap > 0; gap = Math.floor(gap / 2))
    yield `${characters.slice(0, length - gap - 1).join('')}a`
  yield 'a'.repeat(length)
  for (let size = length; size > 0; size = Math.floor(size / 2)) {
    for (let from = 0; from < length; from += size) {
      yield characters
        .map((character, at) => (at >= from && at < from + size ? simplest(character) : character))
        .join('')
    }
  }
}

/** Punctuation may be what holds a text together. */
function simplest(character: string): string {
  return /[\p{L}\p{N} ]/u.test(character) ? 'a' : character
}

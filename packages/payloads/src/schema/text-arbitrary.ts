import fc, { type Random, type Stream } from 'fast-check'

const letters = 'abcdefghijklmnopqrstuvwxyz'
const lettersAndDigits = `${letters}${letters.toUpperCase()}0123456789`

/** Characters of a text: `inner` anywhere, `outer` at both ends. Both are written out so often that 128 entries make the wished mixture. */
export interface Alphabet {
  readonly inner: string
  readonly outer: string
}

/** Letters, digits, single spaces and simple punctuation; a letter or digit at both ends. */
export const plainText: Alphabet = alphabet(`${lettersAndDigits}${letters}          -_.,`, lettersAndDigits)

/** Lower-case letters and digits: safe in host names, paths and the local part of an e-mail address. */
export const word: Alphabet = alphabet(`${letters}0123456789`, `${letters}0123456789`)

/** As {@link word} with hyphens inside. */
export const hyphenated: Alphabet = alphabet(`${letters}${letters}0123456789-`, `${letters}0123456789`)

/** Longer texts are only made by the edges. */
const longest = 4096

/**
 * Texts of `minLength` to `maxLength` characters: mostly near the shortest, one in four anywhere between the limits, one in sixteen exactly at or beside
 * one of them. A string of units from fast-check costs several times as much and never comes near a limit of 255.
 */
export function textArbitrary(
  minLength: number,
  maxLength: number,
  characters: Alphabet = plainText,
): fc.Arbitrary<string> {
  const most = minLength === maxLength ? maxLength : Math.max(minLength, Math.min(maxLength, longest))
  return new TextArbitrary(minLength, most, characters)
}

class TextArbitrary extends fc.Arbitrary<string> {
  readonly #min: number
  readonly #max: number
  readonly #characters: Alphabet

  constructor(min: number, max: number, characters: Alphabet) {
    super()
    this.#min = min
    this.#max = max
    this.#characters = characters
  }

  override generate(random: Random): fc.Value<string> {
    const length = this.#length(random)
    const { inner, outer } = this.#characters
    let text = ''
    let bits = 0
    let left = 0
    let afterSpace = false
    for (let index = 0; index < length; index++) {
      if (left === 0) {
        bits = random.nextInt(0, 0xfffffff)
        left = 4
      }
      const isOuter: boolean = index === 0 || index === length - 1 || afterSpace
      const character: string = (isOuter ? outer : inner).charAt(bits & 127)
      afterSpace = character === ' '
      text += character
      bits >>= 7
      left--
    }
    return new fc.Value(text, undefined)
  }

  #length(random: Random): number {
    const min = this.#min
    const max = this.#max
    if (min === max) return min
    const way = random.nextInt(0, 15)
    if (way === 0) return [min, max, min + 1, max - 1][random.nextInt(0, 3)] ?? max
    return random.nextInt(min, way < 5 ? max : Math.min(max, min + 12))
  }

  override canShrinkWithoutContext(value: unknown): value is string {
    return typeof value === 'string' && value.length >= this.#min && value.length <= this.#max
  }

  override shrink(value: string): Stream<fc.Value<string>> {
    return fc.stream(this.#smaller(value))
  }

  /** First the shortest, then by halves back to the length it has; then the same length with the simplest characters. */
  *#smaller(value: string): IterableIterator<fc.Value<string>> {
    const simplest = this.#characters.outer.charAt(0)
    for (let gap = value.length - this.#min; gap > 0; gap = Math.floor(gap / 2)) {
      const cut = value.slice(0, value.length - gap)
      const isWhole = cut === '' || this.#characters.outer.includes(cut.charAt(cut.length - 1))
      yield new fc.Value(isWhole ? cut : `${cut.slice(0, -1)}${simplest}`, undefined)
    }
    const index = [...value].findIndex((character) => character !== simplest)
    if (index < 0) return
    if (value.length > 1) yield new fc.Value(simplest.repeat(value.length), undefined)
    yield new fc.Value(`${simplest.repeat(index + 1)}${value.slice(index + 1)}`, undefined)
  }
}

function alphabet(inner: string, outer: string): Alphabet {
  return { inner: inner.repeat(128).slice(0, 128), outer: outer.repeat(128).slice(0, 128) }
}

/** A shell call taken apart. */
export interface CurlCall {
  readonly words: readonly { readonly text: string; readonly start: number }[]
  /** The offset after the call. */
  readonly end: number
}

/**
 * The words of the shell call that begins at an offset, quotes and line continuations taken away; undefined where a quote never closes.
 * A JSON value right behind a closing quote is no part of the call: so a page looks that lost the break between call and answer.
 */
export function curlWords(text: string, from: number): CurlCall | undefined {
  const words: { text: string; start: number }[] = []
  let word: { text: string; start: number } | undefined
  let index = from
  for (; index < text.length; index += 1) {
    const character = text[index] ?? ''
    if (character === '\n') break
    if (character === '\\') {
      if (text[index + 1] !== '\n')
        word = { text: (word?.text ?? '') + (text[index + 1] ?? ''), start: word?.start ?? index }
      index += 1
    } else if (character === "'" || character === '"') {
      const close = closingQuote(text, index, character)
      if (close === undefined) return undefined
      const inner = text.slice(index + 1, close)
      word = {
        text: (word?.text ?? '') + (character === '"' ? inner.replaceAll(/\\(["\\$`])/g, '$1') : inner),
        start: word?.start ?? index + 1,
      }
      index = close
      if (text[close + 1] === '{' || text[close + 1] === '[') {
        index += 1
        break
      }
    } else if (character === ' ' || character === '\t') {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = { text: (word?.text ?? '') + character, start: word?.start ?? index }
  }
  return { words: word === undefined ? words : [...words, word], end: index }
}

function closingQuote(text: string, open: number, quote: string): number | undefined {
  for (let index = open + 1; index < text.length; index += 1) {
    if (text[index] === '\\' && quote === '"') index += 1
    else if (text[index] === quote) return index
  }
  return undefined
}

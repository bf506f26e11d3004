/** `^(one|two|three)…$`: a list of plain words, and what may follow each. */
const listed = /^\^\((?:\?:)?([\w|-]+)\)(.*)\$$/

/** The words that a pattern lists, where it takes each of them by itself; none where it is no such list. */
export function listedInPattern(source: string): readonly string[] {
  const words = listed.exec(source)?.[1]?.split('|') ?? []
  const expression = new RegExp(source, 'u')
  return words.length > 1 && words.every((word) => expression.test(word)) ? words : []
}

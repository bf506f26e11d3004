import { holePattern } from './template-holes.ts'

/**
 * A documented text with its holes filled: `<amount>` by `amount`, `{minutes/days}` by `minutes/days`, else by the first of its words.
 * A hole without a value stays as it is.
 */
export function fillTemplate(text: string, holes: { readonly [hole: string]: string } = {}): string {
  return text.replace(holePattern, (whole: string, name?: string, words?: string) => {
    const hole = name ?? words ?? ''
    if (Object.hasOwn(holes, hole)) return holes[hole] ?? whole
    return words === undefined ? whole : (words.split('/')[0] ?? whole)
  })
}

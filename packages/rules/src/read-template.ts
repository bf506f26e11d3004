import { holePattern } from './template-holes.ts'

/**
 * A pattern for a documented text, with a named group a hole; characters that no group name may have become `_`. Words match in the singular and the
 * plural.
 */
export function templatePattern(text: string): RegExp {
  return new RegExp(`^${readings(text).source}$`)
}

/** What fills the holes of a documented text in the text that came, by hole; undefined where that text is another. */
export function readTemplate(text: string, actual: string): { readonly [hole: string]: string } | undefined {
  const { source, names } = readings(text)
  const match = new RegExp(`^${source}$`).exec(actual.trim())
  if (match === null) return undefined
  return Object.fromEntries(names.map(([hole, group]) => [hole, match.groups?.[group] ?? '']))
}

function readings(text: string): { source: string; names: (readonly [hole: string, group: string])[] } {
  const names: (readonly [string, string])[] = []
  const pieces: string[] = []
  let end = 0
  for (const match of text.matchAll(holePattern)) {
    const [whole, name, words] = match
    const hole = name ?? words ?? ''
    const group = hole.replace(/\W/g, '_').replace(/^\d/, '_$&')
    const known = names.some(([, taken]) => taken === group)
    pieces.push(escaped(text.slice(end, match.index)))
    pieces.push(known ? `\\k<${group}>` : `(?<${group}>${words === undefined ? '\\S+?' : alternatives(words)})`)
    if (!known) names.push([hole, group])
    end = match.index + whole.length
  }
  pieces.push(escaped(text.slice(end)))
  return { source: pieces.join(''), names }
}

function alternatives(words: string): string {
  return words
    .split('/')
    .map((word) => `${escaped(word.replace(/s$/, ''))}s?`)
    .join('|')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

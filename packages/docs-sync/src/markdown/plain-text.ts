import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as textOf } from 'mdast-util-to-string'

const MARKS = /[*_`[\]\\<&~!]/
/** A cell longer than this is not looked at for marks: their parsers are slow. */
const MAXIMUM_MARKED = 5_000

/** A cell or a line of Markdown without its marks: emphasis, code, links, escapes, character references, `<br>`. */
export function plainText(markdown: string): string {
  const text = markdown.trim()
  if (text.length > MAXIMUM_MARKED || !MARKS.test(text)) return text
  const broken = text.replaceAll(/<br\s*\/?>/gi, ' ').replaceAll(/<\/?(?:sup|sub|b|i|strong|em|code|span)>/gi, '')
  const [block, second] = fromMarkdown(broken).children
  // What would be a block of its own elsewhere (a dash, a hash) is text inside a cell.
  if (second !== undefined || block?.type !== 'paragraph') return broken
  return textOf(block)
}

import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as textOf } from 'mdast-util-to-string'

/** An underscore between letters is part of a name. */
const MARKS = /[*`[\]\\<]|&[#\w]+;|(?<!\w)_|_(?!\w)/
/** A cell longer than this is not looked at for marks: their parsers are slow. */
const MAXIMUM_MARKED = 5_000

/** A cell or a line of Markdown without its marks: emphasis, code, links, escapes, character references, `<br>`. */
export function plainText(markdown: string): string {
  // An image says what its words for the blind say.
  const text = markdown
    .trim()
    .replaceAll(/!\[([^\]]{0,80})\]\([^)]{0,500}\)/g, '$1')
    .trim()
  if (text.length > MAXIMUM_MARKED || !MARKS.test(text)) return text
  const simple = /^(`|\*\*|\*)([^*`[\]\\<&]+)\1$/.exec(text)?.[2]
  if (simple !== undefined) return simple
  const broken = text.replaceAll(/<br\s*\/?>/gi, ' ').replaceAll(/<\/?(?:sup|sub|b|i|strong|em|code|span)>/gi, '')
  const [block, second] = fromMarkdown(broken).children
  // What would be a block of its own elsewhere (a dash, a hash) is text inside a cell.
  if (second !== undefined || block?.type !== 'paragraph') return broken
  // Code among other words keeps its marks: they quote. A cell that is all code is just set so.
  if (block.children.length === 1) return textOf(block)
  return block.children.map((child) => (child.type === 'inlineCode' ? `\`${child.value}\`` : textOf(child))).join('')
}

import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { PageError } from '../pages/page-error.ts'

/** Blocks are what is asked of a page; marks inside a line are read cell by cell, where they matter. Their parsers are the slow ones. */
const inlineConstructs = [
  'attention',
  'autolink',
  'characterReference',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
]

/**
 * The blocks of a Markdown page (CommonMark). A table is a paragraph here: on pages that lost their empty lines a Markdown table would run on
 * over all that follows, so tables are found line by line.
 * @throws PageError where a code fence is never closed.
 */
export function parseMarkdown(text: string, place: string): Root {
  const tree = fromMarkdown(text, { extensions: [{ disable: { null: inlineConstructs } }] })
  refuseOpenFence(tree, text, place)
  return tree
}

/** CommonMark lets an unclosed fence run to the end of its container: half a page would be taken for code. */
function refuseOpenFence(tree: Root, text: string, place: string): void {
  const lines = text.split('\n')
  const waiting: (Root | Root['children'][number])[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'code' && node.position !== undefined) {
      const { start, end } = node.position
      const fence = /^(`{3,}|~{3,})/.exec((lines[start.line - 1] ?? '').slice(start.column - 1))?.[1]
      const last = (lines[end.line - 1] ?? '').replace(/^[\s>]*/, '').trimEnd()
      const closed = fence === undefined || (end.line > start.line && closes(last, fence))
      if (!closed) throw new PageError('The code fence that begins here is never closed.', place, start.line)
    }
    if ('children' in node) waiting.push(...(node.children as Root['children']))
  }
}

function closes(line: string, fence: string): boolean {
  return line.length >= fence.length && line === (fence[0] ?? '').repeat(line.length)
}

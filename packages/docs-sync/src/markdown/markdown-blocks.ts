import type { Code, Nodes, RootContent } from 'mdast'
import type { Block, Line } from '../blocks/block.ts'
import { htmlBlocks } from '../html/html-blocks.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { plainText } from './plain-text.ts'
import { tableBlocks } from './table-blocks.ts'

/**
 * The blocks of a Markdown page in their order, quotes and list items unpacked.
 * @throws PageError where a code fence is never closed.
 */
export function markdownBlocks(text: string, place: string): readonly Block[] {
  const source = text.split('\n')
  const linesOf = (node: Nodes): readonly Line[] => {
    const start = node.position?.start.line ?? 1
    const end = node.position?.end.line ?? start
    return source.slice(start - 1, end).map((line, index) => ({ text: line.trim(), line: start + index }))
  }
  return parseMarkdown(text, place).children.flatMap((node) => blocksOf(node, linesOf, place))
}

function blocksOf(node: RootContent, linesOf: (node: Nodes) => readonly Line[], place: string): readonly Block[] {
  const line = node.position?.start.line ?? 1
  if (node.type === 'heading') {
    const text = linesOf(node)[0]?.text ?? ''
    return [{ kind: 'heading', text: plainText(text.replace(/^#+\s*/, '').replace(/\s+#+$/, '')), line }]
  }
  if (node.type === 'code') return [codeBlock(node, line)]
  if (node.type === 'paragraph') return tableBlocks(linesOf(node))
  // Platforms write tables of their own as HTML in one piece.
  if (node.type === 'html' && /<(?:table|pre)\b/i.test(node.value))
    return shifted(htmlBlocks(node.value, place), line - 1)
  if (node.type === 'blockquote') return node.children.flatMap((child) => blocksOf(child, linesOf, place))
  if (node.type === 'list') {
    const nested = node.children.flatMap((item) => item.children).filter(({ type }) => type === 'code')
    if (nested.length === 0) return [{ kind: 'list', lines: linesOf(node), line }]
    return node.children.flatMap((item) => item.children).flatMap((child) => blocksOf(child, linesOf, place))
  }
  if (node.type === 'thematicBreak') return []
  return [{ kind: 'text', lines: linesOf(node), line }]
}

function codeBlock(node: Code, line: number): Block {
  const fenced = (node.position?.end.line ?? line) - line + 1 > node.value.split('\n').length
  const first = fenced ? line + 1 : line
  const lines = node.value.split('\n').map((text, index) => ({ text, line: first + index }))
  return { kind: 'code', language: (node.lang ?? '').toLowerCase(), lines, line }
}

/** Blocks that stand further down on their page. */
function shifted(blocks: readonly Block[], by: number): readonly Block[] {
  const move = <Placed extends { readonly line: number }>(placed: Placed): Placed => ({
    ...placed,
    line: placed.line + by,
  })
  return blocks.map((block): Block => {
    if (block.kind === 'heading') return move(block)
    if (block.kind === 'table') return { ...move(block), rows: block.rows.map(move) }
    return { ...move(block), lines: block.lines.map(move) }
  })
}

import { load } from 'cheerio'
import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import type { Block, Line, Row } from '../blocks/block.ts'
import { PageError } from '../pages/page-error.ts'

/** Never text of the page: none of it is looked into. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'head',
  'iframe',
  'object',
  'button',
  'nav',
  'footer',
  'select',
])
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'data',
  'em',
  'i',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
])
/** Parts of a parameter that a site sets side by side: each is a line of its own. */
const PARTS = /\bdata-component-part\b/
/** Deeper than any page is built. */
const MAXIMUM_DEPTH = 500

/**
 * The blocks of an HTML page in their order. Scripts, styles and the site's navigation are left out; nothing is run or fetched.
 * @throws PageError where elements are nested too deeply.
 */
export function htmlBlocks(text: string, place: string): readonly Block[] {
  const root = load(text, { sourceCodeLocationInfo: true, scriptingEnabled: false }).root()[0]
  const blocks: Block[] = []
  let words = ''
  let wordsLine = 1
  const flush = (): void => {
    const line = words.replaceAll(/\s+/g, ' ').trim()
    words = ''
    if (line === '') return
    const last = blocks.at(-1)
    if (last?.kind === 'text') (last.lines as Line[]).push({ text: line, line: wordsLine })
    else blocks.push({ kind: 'text', lines: [{ text: line, line: wordsLine }], line: wordsLine })
  }
  const waiting: { node: AnyNode | 'break'; depth: number }[] = root === undefined ? [] : [{ node: root, depth: 0 }]
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const { node, depth } = entry
    if (node === 'break') {
      flush()
      continue
    }
    if (depth > MAXIMUM_DEPTH) {
      throw new PageError(`Elements are nested more than ${MAXIMUM_DEPTH} levels deep.`, place, lineOf(node))
    }
    if (isText(node)) {
      if (words.trim() === '') wordsLine = lineOf(node) + leadingBreaks(node.data)
      words += node.data
      continue
    }
    if (isTag(node)) {
      if (SKIPPED.has(node.name)) continue
      if (node.name === 'br') {
        flush()
        continue
      }
      const special = specialBlock(node, place)
      if (special !== undefined) {
        flush()
        blocks.push(special)
        continue
      }
      if (!INLINE.has(node.name) || Object.keys(node.attribs).some((name) => PARTS.test(name))) {
        flush()
        waiting.push({ node: 'break', depth })
      }
    }
    if ('children' in node) {
      for (const child of [...node.children].reverse()) waiting.push({ node: child, depth: depth + 1 })
    }
  }
  flush()
  return blocks
}

/** Headings, tables and preformatted text are blocks of their own kind. */
function specialBlock(node: Element, place: string): Block | undefined {
  const line = lineOf(node)
  if (/^h[1-6]$/.test(node.name))
    return { kind: 'heading', text: textIn(node, place).replaceAll(/\s+/g, ' ').trim(), line }
  if (node.name === 'pre') {
    const text = textIn(node, place).replace(/^\n/, '').replace(/\n$/, '')
    const first = line + leadingBreaks(textIn(node, place))
    const language = /\blanguage-([\w-]+)/.exec(`${node.attribs.class ?? ''} ${classBelow(node)}`)?.[1] ?? ''
    return {
      kind: 'code',
      language,
      lines: text.split('\n').map((one, index) => ({ text: one, line: first + index })),
      line,
    }
  }
  return node.name === 'table' ? tableOf(node, place) : undefined
}

function tableOf(table: Element, place: string): Block {
  const rows: { row: Row; isHead: boolean }[] = []
  for (const element of elementsIn(table, 'tr', place)) {
    const cells = element.children.filter(isTag).filter(({ name }) => name === 'td' || name === 'th')
    const texts = cells.map((cell) => textIn(cell, place).replaceAll(/\s+/g, ' ').trim())
    rows.push({
      row: { cells: texts, line: lineOf(element) },
      isHead: cells.length > 0 && cells.every(({ name }) => name === 'th'),
    })
  }
  const head = rows.find(({ isHead }) => isHead) ?? rows[0]
  return {
    kind: 'table',
    head: head?.row.cells ?? [],
    rows: rows.filter((one) => one !== head && !one.isHead).map(({ row }) => row),
    line: lineOf(table),
  }
}

/** The elements of a name below an element, not those in another table of it. */
function elementsIn(root: Element, name: string, place: string): readonly Element[] {
  const found: Element[] = []
  const waiting: { node: AnyNode; depth: number }[] = [...root.children].reverse().map((node) => ({ node, depth: 0 }))
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const { node, depth } = entry
    if (depth > MAXIMUM_DEPTH)
      throw new PageError(`Elements are nested more than ${MAXIMUM_DEPTH} levels deep.`, place, lineOf(node))
    if (!isTag(node)) continue
    if (node.name === name) found.push(node)
    else if (node.name !== 'table') {
      for (const child of [...node.children].reverse()) waiting.push({ node: child, depth: depth + 1 })
    }
  }
  return found
}

/** All text below an element, block elements and breaks as line ends. */
function textIn(root: Element, place: string): string {
  let text = ''
  const waiting: { node: AnyNode | 'break'; depth: number }[] = [{ node: root, depth: 0 }]
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const { node, depth } = entry
    if (node === 'break') {
      if (!text.endsWith('\n')) text += '\n'
      continue
    }
    if (depth > MAXIMUM_DEPTH)
      throw new PageError(`Elements are nested more than ${MAXIMUM_DEPTH} levels deep.`, place, lineOf(node))
    if (isText(node)) text += node.data
    if (!isTag(node) || SKIPPED.has(node.name)) continue
    if (node.name === 'br') text += '\n'
    // Highlighted code has a line in an element of its own; the line ends stand between them, or nowhere.
    const isLine = node !== root && (!INLINE.has(node.name) || /\bline\b/.test(node.attribs.class ?? ''))
    if (isLine) waiting.push({ node: 'break', depth })
    for (const child of [...node.children].reverse()) waiting.push({ node: child, depth: depth + 1 })
  }
  return text
}

function classBelow(node: Element): string {
  const child = node.children.find(isTag)
  return `${child?.attribs.class ?? ''} language-${child?.attribs.language ?? node.attribs.language ?? ''}`
}

function lineOf(node: AnyNode): number {
  return node.sourceCodeLocation?.startLine ?? 1
}

function leadingBreaks(text: string): number {
  const leading = /^\s*/.exec(text)?.[0] ?? ''
  return leading.split('\n').length - 1
}

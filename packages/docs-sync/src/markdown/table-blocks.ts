import type { Block, Line } from '../blocks/block.ts'
import { plainText } from './plain-text.ts'

/**
 * The lines of a Markdown table as a table, and what follows it: in Markdown a table runs on to the next empty line, so on a page that lost
 * its empty lines the text below, and the tables in that text, would all be rows of the first. A row without a bar ends a table here.
 */
export function tableBlocks(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = []
  let loose: Line[] = []
  const flush = (): void => {
    if (loose[0] !== undefined) blocks.push({ kind: 'text', lines: loose, line: loose[0].line })
    loose = []
  }
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined) break
    if (!isRow(line.text) || !isSeparator(lines[index + 1]?.text)) {
      loose.push(line)
      continue
    }
    flush()
    const after = lines.findIndex(({ text }, position) => position > index + 1 && !isRow(text))
    const end = after === -1 ? lines.length : after
    const rows = lines.slice(index + 2, end).map((row) => ({ cells: cellsOf(row.text), line: row.line }))
    blocks.push({ kind: 'table', head: cellsOf(line.text), rows, line: line.line })
    index = end - 1
  }
  flush()
  return blocks
}

function isRow(text: string): boolean {
  return text.includes('|')
}

function isSeparator(text: string | undefined): boolean {
  return text?.includes('|') === true && text.includes('-') && /^[|\s:-]+$/.test(text)
}

/** The cells of a row; a bar after a backslash is text. */
function cellsOf(row: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let escaped = false
  for (const character of row.trim().replace(/^\|/, '')) {
    if (character === '|' && !escaped) {
      cells.push(cell)
      cell = ''
    } else cell += character
    escaped = character === '\\' && !escaped
  }
  const all = cell.trim() === '' ? cells : [...cells, cell]
  return all.map((text) => plainText(text.replaceAll('\\|', '|')))
}

import type { Line } from '../blocks/block.ts'
import { htmlBlocks } from './html-blocks.ts'

/**
 * The text of an HTML page, line by line as a reader sees it.
 * @throws PageError where elements are nested too deeply.
 */
export function htmlLines(text: string, place: string): readonly Line[] {
  return htmlBlocks(text, place).flatMap((block): readonly Line[] => {
    if (block.kind === 'heading') return [{ text: block.text, line: block.line }]
    if (block.kind === 'table') return block.rows.map(({ cells, line }) => ({ text: cells.join(' '), line }))
    return block.lines.map(({ text: words, line }) => ({ text: words.replaceAll('\u00a0', ' ').trim(), line }))
  })
}

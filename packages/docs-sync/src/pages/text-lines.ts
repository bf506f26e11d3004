import type { Line } from '../blocks/block.ts'

/** The lines of a text, trimmed, no-break spaces as blanks. */
export function textLines(text: string): readonly Line[] {
  return text.split('\n').map((line, index) => ({ text: line.replaceAll('\u00a0', ' ').trim(), line: index + 1 }))
}

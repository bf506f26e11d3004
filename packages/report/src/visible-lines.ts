import { visible } from './fitted.ts'

/** Text without control characters, but for the ends of its lines. */
export function visibleLines(text: string): string {
  return text
    .split(/\r\n|\n/)
    .map(visible)
    .join('\n')
}

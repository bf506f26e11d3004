import type { Row } from './measure.ts'

const heads = ['', 'Measured', 'Value', 'Must', 'Stretch', 'Reached'] as const

/** The rows as a Markdown table, its columns aligned. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [
    [...heads],
    heads.map(() => ''),
    ...rows.map(({ id = '', what, value, must = '', stretch = '', verdict }) => [
      id,
      what,
      value,
      must,
      stretch,
      verdict ?? '',
    ]),
  ]
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? '')].length)))
  return cells
    .map((row, index) => {
      const filled = row.map((cell, column) =>
        index === 1 ? '-'.repeat(widths[column] ?? 0) : cell + ' '.repeat((widths[column] ?? 0) - [...cell].length),
      )
      return `| ${filled.join(' | ')} |`
    })
    .join('\n')
}

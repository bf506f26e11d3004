/** Rows of text in columns as wide as their widest cell, two blanks apart; a heading and what follows it. Columns named in `right` are set flush right. */
export function formatTable(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly string[] = [],
): string {
  const widths = heading.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)))
  const line = (cells: readonly string[]) =>
    heading
      .map((name, column) => {
        const cell = cells[column] ?? ''
        const width = widths[column] ?? 0
        return right.includes(name) ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return [line(heading), ...rows.map(line)].map((text) => `${text}\n`).join('')
}

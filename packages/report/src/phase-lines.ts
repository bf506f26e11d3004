import type { CaseRow } from './run.ts'

/** Characters before the table: it stands below a provider. */
const INDENT = '  '

/**
 * A small table of the phases of a run: how many cases each had, how many were broken or set aside, and how many requests they took. A row of nothing but
 * zeros is left out; the table too, where lines are too short for it.
 */
export function phaseLines(cases: readonly CaseRow[], width: number = Number.POSITIVE_INFINITY): readonly string[] {
  const phases = [...new Set(cases.map(({ phase }) => phase))]
  if (phases.length === 0) return []
  const columns = phases.map((phase) => cases.filter((one) => one.phase === phase))
  const rows: readonly (readonly [string, (column: readonly CaseRow[]) => number, boolean])[] = [
    ['cases', (column) => column.length, true],
    ['requests', (column) => column.reduce((sum, { exchanges }) => sum + exchanges, 0), true],
    ['broken', (column) => column.filter(({ outcome }) => outcome === 'broken').length, false],
    ['set aside', (column) => column.filter(({ outcome }) => outcome === 'set-aside').length, false],
  ]
  const shown = rows
    .map(([name, count, always]) => ({ name, counts: columns.map(count), always }))
    .filter(({ counts, always }) => always || counts.some((count) => count > 0))
  const first = Math.max(...shown.map(({ name }) => name.length))
  const line = (name: string, cells: readonly string[]): string =>
    `${INDENT}${name.padEnd(first)}${cells.map((cell, index) => cell.padStart((phases[index] ?? '').length + 2)).join('')}`
  const lines = [line('', phases), ...shown.map(({ name, counts }) => line(name, counts.map(String)))]
  return lines.some((text) => text.length > width) ? [] : lines
}

/** A line of a text beside another text: in both, in this one only, or in the other only. */
export interface DifferenceLine {
  readonly kind: 'same' | 'added' | 'gone'
  readonly text: string
}

/** More lines than this are not compared: the work grows with the square. */
const MOST_LINES = 400

/**
 * The lines of a text, with those of another that it lacks in between (longest common subsequence).
 * @param key what counts when two lines are compared
 */
export function lineDifference(
  lines: readonly string[],
  others: readonly string[],
  key: (line: string) => string,
): readonly DifferenceLine[] {
  if (lines.length > MOST_LINES || others.length > MOST_LINES) return lines.map((text) => ({ kind: 'same', text }))
  const [mine, theirs] = [lines.map(key), others.map(key)]
  const common: number[][] = Array.from({ length: mine.length + 1 }, () => new Array(theirs.length + 1).fill(0))
  const at = (row: number, column: number): number => common[row]?.[column] ?? 0
  for (let row = mine.length - 1; row >= 0; row -= 1) {
    for (let column = theirs.length - 1; column >= 0; column -= 1) {
      const cell =
        mine[row] === theirs[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
      common[row]?.splice(column, 1, cell)
    }
  }
  const result: DifferenceLine[] = []
  let row = 0
  let column = 0
  while (row < lines.length || column < others.length) {
    const [text, other] = [lines[row], others[column]]
    if (text !== undefined && other !== undefined && mine[row] === theirs[column]) {
      result.push({ kind: 'same', text })
      row += 1
      column += 1
    } else if (other !== undefined && (text === undefined || at(row, column + 1) >= at(row + 1, column))) {
      result.push({ kind: 'gone', text: other })
      column += 1
    } else if (text !== undefined) {
      result.push({ kind: 'added', text })
      row += 1
    }
  }
  return result
}

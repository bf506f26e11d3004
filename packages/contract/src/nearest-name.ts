/** The name among those given that is most like another, or undefined where none is near: for messages that suggest what was meant. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const near = names
    .map((known) => ({ known, distance: editDistance(name.slice(0, 64), known) }))
    .filter(({ known, distance }) => distance <= Math.max(2, Math.floor(known.length / 3)))
  return near.sort((one, other) => one.distance - other.distance)[0]?.known
}

/** How many single characters to insert, delete or replace (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, character] of [...one].entries()) {
    const next = [index + 1]
    for (const [position, against] of [...other].entries()) {
      const replaced = (row[position] ?? 0) + (character === against ? 0 : 1)
      next.push(Math.min(replaced, (row[position + 1] ?? 0) + 1, (next[position] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

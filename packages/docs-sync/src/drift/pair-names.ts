import { distance } from 'fastest-levenshtein'

/** Names that stand on both sides, that were renamed, that are new, that are gone. */
export interface NamePairs {
  readonly kept: readonly string[]
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** Names as like as this are one name spelled anew where what they name is of the same kind: `life_time_date_time`, `life_time_datetime`. */
const NEAR = 0.6
/** Names as like as this are one name even where what they name changed as well. */
const VERY_NEAR = 0.85

/** What is known of two values under different names. */
export type Likeness = 'same' | 'alike' | 'different'

/**
 * Pairs the names of two objects or lists. A name that is gone and a name that is new are one renamed when they name the same and are near in spelling, or
 * when they stand between the same neighbours and are the only ones of their kind there.
 * @param likeness Of the values behind an old and a new name: the same structure, the same kind of value, or neither.
 */
export function pairNames(
  before: readonly string[],
  after: readonly string[],
  likeness: (from: string, to: string) => Likeness,
): NamePairs {
  const kept = before.filter((name) => after.includes(name))
  const gone = before.filter((name) => !after.includes(name))
  const fresh = after.filter((name) => !before.includes(name))
  const candidates = gone.flatMap((from) =>
    fresh.flatMap((to) => {
      const like = likeness(from, to)
      const near = nameLikeness(from, to)
      const inPlace = like === 'same' && haveSameNeighbours(from, to, before, after, kept)
      const isPair = near >= VERY_NEAR || (like !== 'different' && near >= NEAR) || inPlace
      return isPair ? [{ from, to, score: near + (like === 'same' ? 0.3 : 0) + (inPlace ? 0.2 : 0) }] : []
    }),
  )
  const renamed: { from: string; to: string }[] = []
  for (const { from, to } of candidates.toSorted((one, other) => other.score - one.score)) {
    if (renamed.some((pair) => pair.from === from || pair.to === to)) continue
    renamed.push({ from, to })
  }
  return {
    kept,
    renamed: renamed.toSorted((one, other) => before.indexOf(one.from) - before.indexOf(other.from)),
    removed: gone.filter((name) => !renamed.some(({ from }) => from === name)),
    added: fresh.filter((name) => !renamed.some(({ to }) => to === name)),
  }
}

/** How like two names are, 0 to 1: letter case and separators do not count, nor the order of words. */
export function nameLikeness(one: string, other: string): number {
  const [left, right] = [words(one), words(other)]
  const inOrder = ratio(left.join(''), right.join(''))
  return Math.max(inOrder, ratio(left.toSorted().join(''), right.toSorted().join('')))
}

function ratio(one: string, other: string): number {
  const longest = Math.max(one.length, other.length)
  return longest === 0 ? 0 : 1 - distance(one, other) / longest
}

function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** Whether both stand between the same kept names, with no other new or gone name beside them. */
function haveSameNeighbours(
  from: string,
  to: string,
  before: readonly string[],
  after: readonly string[],
  kept: readonly string[],
): boolean {
  const [old, now] = [neighbours(from, before), neighbours(to, after)]
  const isKept = (name: string | undefined) => name === undefined || kept.includes(name)
  return old.every((name, index) => isKept(name) && name === now[index])
}

function neighbours(name: string, names: readonly string[]): readonly [string | undefined, string | undefined] {
  const index = names.indexOf(name)
  return [names[index - 1], names[index + 1]]
}

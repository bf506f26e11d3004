/** What two sides did in turn. */
export interface Compared {
  /** Median of the ratios of ours to the reference, round by round. */
  readonly ratio: number
  readonly reference: number
  readonly ours: number
}

/**
 * Measures reference and ours in turn, so that what else the machine does falls on both. The median of the ratios counts, not the ratio of the
 * medians.
 */
export async function inTurn(
  rounds: number,
  reference: () => Promise<number> | number,
  ours: () => Promise<number> | number,
): Promise<Compared> {
  const pairs: [number, number][] = []
  for (let round = 0; round < rounds; round += 1) {
    // Who begins changes, so that none always finds the machine warm.
    if (round % 2 === 0) {
      const first = await reference()
      pairs.push([first, await ours()])
    } else {
      const first = await ours()
      pairs.push([await reference(), first])
    }
  }
  return {
    ratio: median(pairs.map(([one, other]) => other / one)),
    reference: median(pairs.map(([one]) => one)),
    ours: median(pairs.map(([, other]) => other)),
  }
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - (sorted.length % 2 === 0 ? 1 : 0)], sorted[middle]]
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2
}

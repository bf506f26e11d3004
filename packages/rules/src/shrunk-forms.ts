import fc, { type Arbitrary, type Value } from 'fast-check'

/** How many shrunk forms of a value are taken at each step down its shrink tree, and how many steps. */
const WIDTH = 3
const DEPTH = 2

/** Values of an arbitrary, each followed by some of its shrunk forms, a few steps down one branch of its shrink tree. */
export function withShrunkForms<Drawn>(arbitrary: Arbitrary<Drawn>, runs: number, seed: number): readonly Drawn[] {
  const roots: Value<Drawn>[] = []
  fc.sample(watched(arbitrary, roots), { numRuns: runs, seed })
  return roots.flatMap((root) => {
    const seen: Value<Drawn>[] = [root]
    for (let step = 0, from = root; step < DEPTH; step += 1) {
      const forms = [...arbitrary.shrink(from.value_, from.context).take(WIDTH)]
      const next = forms.at(-1)
      seen.push(...forms)
      if (next === undefined) break
      from = next
    }
    return seen.map(({ value }) => value)
  })
}

/** The same arbitrary, which keeps what it draws: the context of a value is needed to shrink it. */
function watched<Drawn>(arbitrary: Arbitrary<Drawn>, drawn: Value<Drawn>[]): Arbitrary<Drawn> {
  class Watched extends fc.Arbitrary<Drawn> {
    override generate(...given: Parameters<Arbitrary<Drawn>['generate']>): Value<Drawn> {
      const value = arbitrary.generate(...given)
      drawn.push(value)
      return value
    }
    override canShrinkWithoutContext(value: unknown): value is Drawn {
      return arbitrary.canShrinkWithoutContext(value)
    }
    override shrink(...given: Parameters<Arbitrary<Drawn>['shrink']>): ReturnType<Arbitrary<Drawn>['shrink']> {
      return arbitrary.shrink(...given)
    }
  }
  return new Watched()
}

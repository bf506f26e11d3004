import type { Rule } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { Effort } from '../level.ts'
import type { PlanBench } from './bench.ts'
import { objectionTo } from './breaking-cases.ts'
import { freeTextMembers } from './free-text-members.ts'
import { nullMembers } from './null-members.ts'
import { malformedTexts, type OddText, strangeStrings, strangeTexts } from './odd-texts.ts'
import type { PlannedCase } from './planned.ts'
import { referencePointers } from './reference-pointers.ts'
import type { ValidPool } from './valid-pool.ts'
import { withReference } from './with-reference.ts'

/** Members in which strange strings are tried, at most. */
const MEMBERS = 2

/**
 * Cases that a provider has to bear: malformed bodies are refused, as the rule about well-formed ones says; strange ones are accepted or refused,
 * and neither end in a server error nor in silence.
 */
export function withstandingCases(
  bench: PlanBench,
  pool: ValidPool,
  rules: readonly Rule[],
  effort: Effort,
): readonly PlannedCase[] {
  // Whatever is created bears a reference, where it may have one.
  const [reference] = referencePointers(bench.operation)
  const base = withReference((reference === undefined ? undefined : pool.having(reference)) ?? pool.minimal, bench)
  const borne = ({ name, way, text }: OddText, draft: Draft, round: number): PlannedCase => ({
    name,
    phase: 'withstands',
    way,
    draft: { ...draft, text },
    round,
    expectation: { outcome: 'any' },
  })
  const malformed = rules
    .filter(({ kind, outcome }) => kind === 'well-formed-body' && outcome === 'must-refuse')
    .flatMap((rule) =>
      malformedTexts(base.body)
        .map(
          (odd): PlannedCase => ({
            ...borne(odd, base, 2),
            name: `${rule.id}/${odd.name}`,
            rule,
            expectation: { outcome: 'refused', status: rule.answer?.status ?? [] },
          }),
        )
        .filter(({ draft }) => objectionTo(bench, rule, draft) === undefined),
    )
  const strings = freeTextMembers(bench.operation)
    .filter((at) => !bench.setting.pins?.has(at))
    .slice(0, MEMBERS)
    .flatMap((at, index) => {
      const having = pool.having(at)
      if (having === undefined) return []
      const draft = withReference(having, bench)
      return strangeStrings(draft.body, at).map((odd) => borne(odd, draft, index === 0 ? 1 : 5))
    })
  const nulls = nullMembers(bench, pool).map(
    ({ at, draft }): PlannedCase => ({
      name: `null${at}`,
      phase: 'withstands',
      way: `null at ${at}`,
      draft,
      round: 5,
      expectation: { outcome: 'any' },
    }),
  )
  return [
    ...malformed,
    ...strangeTexts(base.body).map((odd) => borne(odd, base, 1)),
    ...strings,
    ...nulls.slice(0, effort.odd),
  ]
}

import { type Rule, valueAt, withoutValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { PlanBench } from './bench.ts'
import { objectionTo } from './breaking-cases.ts'
import type { PlannedCase } from './planned.ts'
import type { ValidPool } from './valid-pool.ts'

/** Equal requests sent at the same moment. */
const AT_ONCE = 8

/** Cases about references that are used once: equal requests at the same moment, and a reference that a refused request bore. */
export function rememberingCases(bench: PlanBench, pool: ValidPool, rules: readonly Rule[]): readonly PlannedCase[] {
  const references = rules.filter(({ kind, outcome }) => kind === 'unique' && outcome === 'must-refuse')
  return references.flatMap((rule): PlannedCase[] => {
    // A pinned reference is the same in every request, so nothing can be shown by it.
    const draft = bench.setting.pins?.has(rule.at) ? undefined : pool.having(rule.at)
    if (draft === undefined) return []
    const repeated = { ...draft, repeated: true as const }
    const without = indispensable(bench, rule, draft)
    const atOnce: PlannedCase = {
      name: `${rule.id}/at-once`,
      phase: 'remembers',
      rule,
      way: `${AT_ONCE} equal requests at the same moment, with ${rule.at}`,
      draft: repeated,
      round: 1,
      expectation: { outcome: 'refused', status: rule.answer?.status ?? [] },
      course: { kind: 'at-once', times: AT_ONCE },
    }
    const afterRefusal: PlannedCase[] =
      without === undefined
        ? []
        : [
            {
              name: `${rule.id}/after-refusal`,
              phase: 'remembers',
              rule,
              way: `the ${rule.at} of a request that was refused for want of ${without}`,
              draft,
              round: 1,
              expectation: { outcome: 'accepted' },
              course: { kind: 'after-refusal', without },
            },
          ]
    return [...(objectionTo(bench, rule, repeated) === undefined ? [atOnce] : []), ...afterRefusal]
  })
}

/** A member without which the draft breaks one judged rule, and that alone. */
function indispensable(bench: PlanBench, unique: Rule, draft: Draft): string | undefined {
  const required = bench.operation.rules.filter(
    ({ kind, outcome, at }) => kind === 'required' && outcome === 'must-refuse' && at !== unique.at,
  )
  const amounts = new Set(bench.operation.roles.filter(({ role }) => role === 'amount').map(({ at }) => at))
  const byAmount = required.toSorted((one, other) => Number(amounts.has(other.at)) - Number(amounts.has(one.at)))
  return byAmount.find(
    (rule) =>
      valueAt(draft.body, rule.at) !== undefined &&
      objectionTo(bench, rule, { ...draft, body: withoutValueAt(draft.body, rule.at) }) === undefined,
  )?.at
}

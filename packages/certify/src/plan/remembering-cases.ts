import { type Rule, valueAt, withoutValueAt, withValueAt } from '@assay/contract'
import { type Draft, sameJson } from '@assay/rules'
import type { PlacedValue } from '../case.ts'
import type { PlanBench } from './bench.ts'
import { objectionTo } from './breaking-cases.ts'
import type { PlannedCase } from './planned.ts'
import type { ValidPool } from './valid-pool.ts'

/** Equal requests sent at the same moment. */
const AT_ONCE = 8

/**
 * Cases about references that are used once: equal requests at the same moment, a reference that comes again later, and one that a refused request bore; and a
 * probe of whether capitals make another reference, which no page tells.
 */
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
    const otherCase: PlannedCase = {
      name: `probe/case/${rule.id}`,
      phase: 'remembers',
      way: `the ${rule.at} of an earlier request in the other case of letters`,
      draft,
      round: 4,
      expectation: { outcome: 'probe' },
      course: { kind: 'after-earlier', other: [], between: false, inOtherCase: rule.at },
    }
    const again = objectionTo(bench, rule, repeated) === undefined
    return [...(again ? [atOnce, ...laterCases(bench, pool, rule, repeated)] : []), ...afterRefusal, otherCase]
  })
}

/** A reference is used for good: another request between, or another amount, makes no difference. */
function laterCases(bench: PlanBench, pool: ValidPool, rule: Rule, repeated: Draft): readonly PlannedCase[] {
  const expectation = { outcome: 'refused', status: rule.answer?.status ?? [] } as const
  const common = { phase: 'remembers', rule, draft: repeated, round: 1, expectation } as const
  const amount = otherAmount(bench, pool, repeated)
  return [
    {
      ...common,
      name: `${rule.id}/later`,
      way: `the ${rule.at} of an earlier request, with another request between`,
      course: { kind: 'after-earlier', other: [], between: true },
    },
    ...(amount === undefined
      ? []
      : [
          {
            ...common,
            name: `${rule.id}/other-amount`,
            way: `the ${rule.at} of an earlier request for another amount`,
            course: { kind: 'after-earlier', other: [amount], between: false } as const,
          },
        ]),
  ]
}

/** An amount that the draft could have as well as its own. */
function otherAmount(
  { operation, keepsAll, isAsSafeAs, setting }: PlanBench,
  pool: ValidPool,
  draft: Draft,
): PlacedValue | undefined {
  const { repeated: _, ...once } = draft
  const places = operation.roles.filter(
    ({ role, at }) => role === 'amount' && valueAt(draft.body, at) !== undefined && !setting.pins?.has(at),
  )
  for (const { at } of places) {
    for (const { body } of pool.drafts) {
      const value = valueAt(body, at)
      if (value === undefined || value === null || sameJson(value, valueAt(draft.body, at) ?? null)) continue
      const other = { ...once, body: withValueAt(draft.body, at, value) }
      if (keepsAll(other) && isAsSafeAs(other, once)) return { at, value }
    }
  }
  return undefined
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

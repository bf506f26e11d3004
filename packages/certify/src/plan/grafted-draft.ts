import { type Rule, valueAt, withoutValueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import { belongingTogether } from './belonging-together.ts'
import type { PlanBench } from './bench.ts'
import { rulePlaces } from './rule-places.ts'

/**
 * A plain draft with what a rule looks at taken from another one, so that nothing else in it can be to blame; with what belongs to that, where it would be
 * less safe without; the other one where neither serves.
 */
export function graftedDraft(
  draft: Draft,
  plain: Draft,
  rule: Rule,
  bench: Pick<PlanBench, 'operation' | 'isAsSafeAs'>,
  serves: (draft: Draft) => boolean,
): Draft {
  if (draft.text !== undefined || draft.repeated || draft.fault !== undefined) return draft
  const places = rulePlaces(rule)
  if (places.includes('')) return draft
  const grafts = [places, belongingTogether(places, bench.operation)].map((taken) => grafted(draft, plain, taken))
  return grafts.find((graft) => serves(graft) && bench.isAsSafeAs(graft, draft)) ?? draft
}

function grafted(draft: Draft, plain: Draft, places: readonly string[]): Draft {
  const body = places.reduce((current, at) => {
    const value = valueAt(draft.body, at)
    return value === undefined ? withoutValueAt(current, at) : withValueAt(current, at, value)
  }, plain.body)
  return { ...draft, body }
}

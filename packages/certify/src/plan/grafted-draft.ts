import { type Rule, valueAt, withoutValueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import { rulePlaces } from './rule-places.ts'

/**
 * A plain draft with what a rule looks at taken from another one, so that nothing else in it can be to blame; the other one where that does not serve.
 */
export function graftedDraft(draft: Draft, plain: Draft, rule: Rule, serves: (draft: Draft) => boolean): Draft {
  if (draft.text !== undefined || draft.repeated || draft.fault !== undefined) return draft
  const places = rulePlaces(rule)
  if (places.includes('')) return draft
  const body = places.reduce((grafted, at) => {
    const value = valueAt(draft.body, at)
    return value === undefined ? withoutValueAt(grafted, at) : withValueAt(grafted, at, value)
  }, plain.body)
  const grafted = { ...draft, body }
  return serves(grafted) ? grafted : draft
}

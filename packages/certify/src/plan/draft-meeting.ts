import { type Premise, valueAt, withoutValueAt, withValueAt } from '@assay/contract'
import { type Draft, meetsPremises } from '@assay/rules'
import type { PlanBench } from './bench.ts'
import type { ValidPool } from './valid-pool.ts'

/** Drafts tried for one set of premises, at most. */
const MOST_TRIED = 40

/** A valid draft, as full as can be, for which premises hold; undefined where there are none to hold, or no draft is found. */
export function draftMeeting(premises: readonly Premise[], bench: PlanBench, pool: ValidPool): Draft | undefined {
  if (premises.length === 0) return undefined
  let lessSafe: Draft | undefined
  for (const base of [pool.full, ...pool.fullestFirst].slice(0, MOST_TRIED)) {
    const draft = { ...base, body: premises.reduce((body, premise) => met(body, premise, pool), base.body) }
    if (!meetsPremises(draft.body, premises, bench.account) || !bench.keepsAll(draft)) continue
    if (bench.isAsSafeAs(draft, base)) return draft
    // A premise may itself ask for what not every gateway takes: a lifetime of nothing, say.
    lessSafe ??= draft
  }
  return lessSafe
}

function met(body: Draft['body'], premise: Premise, pool: ValidPool): Draft['body'] {
  const { at, equals, present } = premise
  if (equals !== undefined) return withValueAt(body, at, equals)
  if (present === false) return withoutValueAt(body, at)
  if (valueAt(body, at) !== undefined) return body
  const donor = pool.drafts.find((draft) => valueAt(draft.body, at) !== undefined)
  const value = donor && valueAt(donor.body, at)
  return value === undefined ? body : withValueAt(body, at, value)
}

import { valueAt, withoutValueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { Case } from '../case.ts'
import { nearestAccepted } from '../finding/nearest-accepted.ts'
import { culpritRule } from '../judge/culprit-rule.ts'
import { refusedWrongly } from '../judge/judge-case.ts'
import { isSuccess } from '../judge/judge-hygiene.ts'
import type { Problem } from '../judge/problem.ts'
import { referencePointers } from '../plan/reference-pointers.ts'
import { isAmong, rulePlaces } from '../plan/rule-places.ts'
import { benchOf, type RunContext } from './run-context.ts'
import { takenKey } from './run-state.ts'
import type { Send } from './send.ts'

/** A problem under the rule that it is about. */
export interface Attributed {
  readonly problem: Problem
  /** The same case without the value that got it refused: what it was to show can still be shown. */
  readonly mended?: Draft
}

/** Requests spent on one refusal, at most. */
const MOST_SENDS = 10

/** Valid requests looked at for one that is accepted, about. */
const LOOKED_AT = 8

/**
 * The problem of a valid request that was refused, under the rule that it is about. A rule at whose edge the request stands is to blame only where its
 * plain counterpart is accepted; where that is refused too, each member that no accepted request has is made plain in turn, and the rule of the first
 * that made the difference is.
 * @param send sends a draft of the case
 */
export async function attributedRefusal(
  context: RunContext,
  one: Case,
  problem: Problem,
  refused: Send,
  send: (draft: Draft) => Promise<Send>,
): Promise<Attributed> {
  if (!problem.isRefusal || refused.kind !== 'answered') return { problem }
  const { operation, rule } = one
  // A body in another spelling is plain in the usual one.
  const { text, ...draft } = one.draft
  if (context.state.acceptedDrafts.length === 0) await findAccepted(context, one, send)
  const nearest = nearestAccepted(draft, context.state.acceptedDrafts, referencePointers(operation))
  if (nearest === undefined) return { problem }
  const own = rule === undefined || text !== undefined ? [] : rulePlaces(rule)
  const others = nearest.differences.map(({ at }) => at).filter((at) => own.includes('') || !isAmong(at, own))
  const bench = benchOf(context, one)
  const plainAt = (base: Draft, at: string): Draft | undefined => {
    const value = valueAt(nearest.draft.body, at)
    const body = value === undefined ? withoutValueAt(base.body, at) : withValueAt(base.body, at, value)
    const plain = { ...base, body }
    return bench.keepsAll(plain) ? plain : undefined
  }
  const elsewhere = (at?: string): Problem => {
    const culprit = at === undefined ? undefined : culpritRule(operation, at)
    const found = refusedWrongly({ ...one, rule: undefined }, refused, 'provider', culprit)
    return at === undefined ? found : { ...found, says: `${found.says} Without its value at ${at} it is accepted.` }
  }
  const known = others.find((at) => context.state.culprits.has(takenKey(at, valueAt(draft.body, at) ?? null)))
  if (known !== undefined) return { problem: elsewhere(known), ...mendedBy(plainAt(draft, known)) }
  let sends = 0
  const isTaken = async (plain: Draft): Promise<boolean> => {
    sends += 1
    const done = await send(plain)
    return done.kind === 'answered' && isSuccess(done.exchange.answer.status)
  }
  if (rule !== undefined && !own.includes('')) {
    const plain = own.reduce<Draft | undefined>((base, at) => base && plainAt(base, at), draft)
    if (plain === undefined || (others.length === 0 && text === undefined) || (await isTaken(plain))) return { problem }
  }
  for (const at of others) {
    const plain = plainAt(draft, at)
    if (plain === undefined || sends >= MOST_SENDS || !(await isTaken(plain))) continue
    context.state.culprits.add(takenKey(at, valueAt(draft.body, at) ?? null))
    return { problem: elsewhere(at), ...mendedBy(plain) }
  }
  return { problem: own.includes('') ? problem : elsewhere() }
}

/** Looks ahead, once a run, for a valid request that is accepted, to compare those with that are not. */
async function findAccepted(
  { plan, state }: RunContext,
  { operation }: Case,
  send: (draft: Draft) => Promise<Send>,
): Promise<void> {
  if (state.lookedAhead) return
  state.lookedAhead = true
  const valid = plan.cases.filter((one) => one.operation === operation && one.expectation.outcome === 'accepted')
  const drafts = valid.map(({ draft }) => draft).filter(({ text }) => text === undefined)
  const step = Math.max(1, Math.floor(drafts.length / LOOKED_AT))
  for (const [index, draft] of drafts.entries()) {
    if (index % step !== 0) continue
    const done = await send(draft)
    if (done.kind !== 'answered' || !isSuccess(done.exchange.answer.status)) continue
    state.acceptedDrafts.push(draft)
    return
  }
}

function mendedBy(draft: Draft | undefined): { readonly mended?: Draft } {
  return draft === undefined ? {} : { mended: draft }
}

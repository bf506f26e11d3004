import type { Operation, Rule } from '@assay/contract'
import type { Case } from '../case.ts'
import type { CertifyEvent } from '../certify-event.ts'
import { type PlanBench, planBench } from '../plan/bench.ts'
import { type Limited, learnedCases, provokingCases } from '../plan/learned-cases.ts'
import { learnedProfile } from '../plan/learned-profile.ts'
import type { PlannedCase } from '../plan/planned.ts'
import { refreshedDraft } from '../plan/refreshed-draft.ts'
import type { Note } from '../report/report.ts'
import { tellsInstant } from './perform-case.ts'
import { measureOf } from './record-learned.ts'
import { runCases } from './run-cases.ts'
import type { RunContext } from './run-context.ts'
import { addNote } from './run-state.ts'

/** A clock that differs by more than this, in milliseconds, tells nothing of instants a few seconds beside a limit. */
const SKEW = 1_500

const UNREAD = 'Documented: none; no refusal names a limit that can be read, so none is measured.'

/**
 * Tests the limits that no document states and the provider's refusals named: first each page currency that has a limit of its own is asked for it, then
 * both sides of every limit are sent. Takes at most half of the requests that are left, the other half is for second looks.
 */
export async function* learnLimits(
  context: RunContext,
  signal: AbortSignal,
): AsyncGenerator<CertifyEvent, void, undefined> {
  const { contract, options, plan, state, plannedAt } = context
  // Not how many there are: of a shard's cases the numbers have gaps.
  const last = plan.cases.at(-1)?.number ?? 0
  if (state.learned.size === 0) return
  const asking = contract.operations.flatMap((operation) => {
    const bench = plan.benches.get(operation.id)
    if (bench === undefined) return []
    return unasked(context, operation, bench).flatMap((limited) =>
      numberable(operation, provokingCases(bench, limited, options.seed)),
    )
  })
  const asked = numbered(context, plan.benches, asking, last)
  yield* runCases(context, asked, signal)
  if (signal.aborted) return
  const accountKnown = options.accountKnown ?? false
  const benches = new Map<string, PlanBench>()
  const planned = contract.operations.flatMap((operation) => {
    const account = learnedProfile(contract.account, operation, state.learned, accountKnown)
    const bench = planBench({ ...contract, account }, operation, { ...options, accountKnown: true }, plannedAt)
    benches.set(operation.id, bench)
    return limitsOf(context, operation).flatMap((limited) => {
      // Where the account is known its limits were planned for, and may be others than those learned.
      const known = accountKnown ? [] : [...plan.cases, ...asked].filter(({ rule }) => rule?.id === limited.rule.id)
      const cases = learnedCases(bench, limited, options.seed, new Set(known.map(({ way }) => way)))
      if (cases.length === 0) addNote(state, 'No request can be made beside the measured limit.', limited.rule.id)
      return numberable(operation, cases)
    })
  })
  const timely = planned.filter(
    (one) =>
      Math.abs(state.skew) <= SKEW || one.rule?.kind !== 'lifetime-range' || !tellsInstant(one.draft, one.operation),
  )
  if (timely.length < planned.length)
    addNote(state, 'The clocks differ, so no moment of expiry was sent beside a measured limit.')
  const cases = numbered(context, benches, timely, last + asked.length)
  yield* runCases({ ...context, plan: { ...plan, benches } }, cases, signal)
}

/** Puts each measured limit into its rule's report, and notes it. */
export function reportLearned(context: RunContext): readonly Note[] {
  const { contract, state } = context
  return contract.operations
    .flatMap(({ rules }) => rules)
    .flatMap((rule) => {
      const limits = state.learned.get(rule.id)
      if (limits === undefined) return state.unread.has(rule.id) ? (addNote(state, UNREAD, rule.id) ?? []) : []
      const tally = state.tallies.get(rule.id)
      const measure = measureOf(rule, context)
      const [first] = limits?.values() ?? []
      if (tally === undefined || measure === undefined || first === undefined) return []
      const sorted = [...limits].sort(([one], [other]) => (one < other ? -1 : 1))
      const own = measure.per !== undefined
      const limit = own ? (sorted[0]?.[1] ?? first) : first
      tally.learned = { limit, unit: measure.unit, ...(own ? { currencies: Object.fromEntries(sorted) } : {}) }
      const said = sorted.map(([code, one]) => `${one} ${measure.unit}${own ? ` for ${code}` : ''}`)
      return addNote(state, `Documented: none; measured: ${said.join(', ')}.`, rule.id) ?? []
    })
}

interface Numberable extends PlannedCase {
  readonly operation: Operation
}

function numberable(operation: Operation, cases: readonly PlannedCase[]): readonly Numberable[] {
  return cases.map((one) => ({ ...one, operation }))
}

/** Rules of which one currency taught its own limit, in the page currencies that did not yet. */
function unasked(context: RunContext, operation: Operation, bench: PlanBench): readonly Limited[] {
  return operation.rules.flatMap((rule) => {
    const limits = context.state.learned.get(rule.id)
    const at = measureOf(rule, context)?.per
    if (limits === undefined || at === undefined) return []
    return bench.account.profile.currencies
      .filter(({ code, page, disabled }) => page && disabled !== true && !limits.has(code))
      .map(({ code }) => ({ rule, currency: { code, at } }))
  })
}

function limitsOf(context: RunContext, operation: Operation): readonly Limited[] {
  return operation.rules.flatMap((rule: Rule): readonly Limited[] => {
    const at = measureOf(rule, context)?.per
    const codes = [...(context.state.learned.get(rule.id)?.keys() ?? [])].sort()
    return codes.map((code) => (at === undefined ? { rule } : { rule, currency: { code, at } }))
  })
}

/** The cases with numbers after those that were sent, each with a reference of its own, as many as half the budget allows. */
function numbered(
  { options, plan, sender, contract }: RunContext,
  benches: ReadonlyMap<string, PlanBench>,
  cases: readonly Numberable[],
  after: number,
): readonly Case[] {
  return cases.slice(0, Math.floor(sender.left() / 2)).map(({ name, ...one }, index) => {
    const number = after + index + 1
    const bench = benches.get(one.operation.id)
    const reference = { runId: plan.runId, number, attempt: 0 }
    const draft = bench === undefined ? one.draft : refreshedDraft(one.draft, bench, reference, options)
    const several = contract.operations.length > 1
    return { ...one, id: `${several ? `${one.operation.id}/` : ''}${one.phase}/${name}`, number, draft }
  })
}

import type { Case } from '../case.ts'
import type { CertifyEvent } from '../certify-event.ts'
import { fittedPlan } from '../plan/fitted-plan.ts'
import { isInShard, LIMITS } from '../plan/shard.ts'
import { learnLimits } from './learn-limits.ts'
import { recordNamed } from './record-learned.ts'
import { runCases } from './run-cases.ts'
import type { RunContext } from './run-context.ts'
import { addNote } from './run-state.ts'
import { scouting } from './scouting.ts'
import { searchLimits } from './search-limits.ts'
import type { Send } from './send.ts'

/** How often requests are made anew for limits that refuse them, at most: each refusal names one. */
const ROUNDS = 4

/**
 * Runs the cases of a plan: first those that are told the limits no document states, then both sides of these, then all others, drawn anew where they do
 * not keep to the limits. So an account with unusual limits is tested as well as any other.
 * @param sends what the doctor sent and got
 * @returns the context with the plan that was carried out
 */
export async function* runWithinLimits(
  context: RunContext,
  sends: readonly Send[],
  signal: AbortSignal,
): AsyncGenerator<CertifyEvent, RunContext, undefined> {
  const { options, state } = context
  const settled = await withAcceptable(context, sends)
  const isElsewhere = !isInShard(LIMITS, options.shard, options.seed)
  const measured = isElsewhere ? scouting(settled) : settled
  if (isElsewhere) for await (const _ of measures(measured, signal));
  else yield* measures(measured, signal)
  state.next = measured.state.next
  const fitted = fittedTo(settled)
  const { untested } = fitted.plan
  const rest = fitted.plan.cases.filter((one) => !isMeasuring(one))
  if (!signal.aborted) yield* runCases(fitted, rest, signal)
  if (isElsewhere) return { ...fitted, plan: { ...fitted.plan, cases: rest } }
  // What was measured was tested, whatever a later plan says of it.
  const { measuring } = settled.plan
  const tested = new Set(measuring.map(({ rule }) => rule?.id))
  const cases = [...measuring, ...rest]
  const reasons = new Map([...untested].filter(([id]) => !tested.has(id)))
  return { ...fitted, plan: { ...fitted.plan, cases, untested: reasons } }
}

/** Sends what is told the limits, halves where no text tells one, and tests both sides of what was learned. */
async function* measures(context: RunContext, signal: AbortSignal): AsyncGenerator<CertifyEvent, void, undefined> {
  const { state } = context
  let settled = context
  yield* runCases(settled, settled.plan.measuring, signal)
  for (let round = 1; round < ROUNDS && state.barred.size > 0 && !signal.aborted; round += 1) {
    const fitted = fittedTo(settled)
    if (fitted === settled) break
    settled = fitted
    const again = settled.plan.measuring.filter(({ rule }) => state.barred.has(rule?.id ?? ''))
    state.barred.clear()
    yield* runCases(settled, again, signal)
  }
  if (!signal.aborted) yield* searchLimits(settled, signal)
  if (!signal.aborted) yield* learnLimits(settled, signal)
}

function isMeasuring({ phase }: Case): boolean {
  return phase === 'measures'
}

/** The context with a plan whose smallest request is not refused for a limit that the refusal names. */
async function withAcceptable(context: RunContext, sends: readonly Send[]): Promise<RunContext> {
  let [current, latest] = [context, sends]
  for (let round = 1; round <= ROUNDS; round += 1) {
    const [one] = current.plan.cases.filter(({ rule, expectation }) => !rule && expectation.outcome === 'accepted')
    if (one === undefined || !latest.some((send) => recordNamed(context, one.operation, send))) return current
    const fitted = fittedTo(current)
    if (fitted === current) return current
    current = fitted
    const [smallest] = current.plan.cases.filter(({ rule, expectation }) => !rule && expectation.outcome === 'accepted')
    if (smallest === undefined) return current
    latest = [await current.sender.send(smallest.draft, smallest.operation)]
  }
  return current
}

/** The context with a plan that keeps to the limits learned; the same one where its plan does. */
function fittedTo(context: RunContext): RunContext {
  const { contract, options, plan, state, sender } = context
  if (options.accountKnown || state.learned.size === 0) return context
  const plannedAt = context.clock()
  const input = { contract, options, plan, learned: state.learned, budget: sender.left(), first: state.next, plannedAt }
  const fitted = fittedPlan(input)
  if (fitted === undefined) {
    addNote(state, 'No valid request keeps to all the limits that the refusals name, so they were not kept to.')
    return context
  }
  if (fitted === plan) return context
  state.next = fitted.next
  return { ...context, plan: fitted, plannedAt }
}

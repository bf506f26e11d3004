import type { Case } from '../case.ts'
import type { CertifyEvent } from '../certify-event.ts'
import { findingOf } from '../finding/finding-of.ts'
import { recordedExchanges } from '../finding/recorded-exchanges.ts'
import { transportProblem, transportRules } from '../judge/transport-problem.ts'
import { recipeOf } from '../replay/replay-recipe.ts'
import { countTime } from '../report/times.ts'
import type { TransportFault } from '../transport/transport-fault.ts'
import { confirm } from './confirm.ts'
import { inOrder } from './in-order.ts'
import { judgePerformed } from './judge-performed.ts'
import type { Performed } from './performed.ts'
import { recordLearned, recordNamed } from './record-learned.ts'
import { accountFor, perform, type RunContext } from './run-context.ts'
import { addFinding, probeNote, recordAnswer, recordCreated, recordLacking, textNote } from './run-state.ts'
import { CONCURRENCY } from './sender.ts'

/** Connections that may break and heal without being a finding. */
const PASSING = 2

/** What follows the id of a case that is sent once more without what got it refused, and the attempt that its reference tells. */
const MENDED = '/mended'
const MENDED_ATTEMPT = 50

/** Sends cases, several at once, and judges them in their order. */
export async function* runCases(
  context: RunContext,
  cases: readonly Case[],
  signal: AbortSignal,
): AsyncGenerator<CertifyEvent, void, undefined> {
  const performed = inOrder(cases, CONCURRENCY, async (one) => ({ one, done: await perform(context, one, 0) }))
  let phase: string | undefined
  for await (const { one, done } of performed) {
    if (signal.aborted) return
    if (one.phase !== phase) {
      phase = one.phase
      yield {
        type: 'phase-started',
        phase: one.phase,
        cases: cases.filter((other) => other.phase === one.phase).length,
      }
    }
    yield* runCase(context, one, done)
  }
}

/** Judges what came of one case, and remembers it. */
export async function* runCase(
  context: RunContext,
  one: Case,
  done: Performed,
): AsyncGenerator<CertifyEvent, void, undefined> {
  const { state } = context
  for (const send of done.sends) {
    recordCreated(state, one, send, context.findings.redactor)
    for (const { sentAt, endedAt } of send.tries)
      countTime(state.times, one.id, Math.max(0, Math.round(endedAt - sentAt)))
    if (send.kind === 'unsent') continue
    for (const id of transportRules) {
      const tally = state.tallies.get(id)
      if (tally) tally.cases += 1
    }
    if (send.kind !== 'answered') continue
    for (const id of ['http.no-server-error', 'security.no-secret-in-answer', 'security.no-stack-trace']) {
      const tally = state.tallies.get(id)
      if (tally) tally.cases += 1
    }
  }
  if (done.judged.kind === 'answered' && done.judged.healed !== undefined) state.healed += 1
  const fault = faultOf(done, state.healed)
  if (fault !== undefined) {
    const problem = transportProblem(fault.fault, fault.says)
    const finding = addFinding(state, problem.rule, () => findingOf(one, problem, done.judged, context.findings))
    if (finding !== undefined) yield { type: 'finding', rule: problem.rule, finding }
  }
  // Judged before it is remembered: an answer need not differ from itself.
  const problems = judgePerformed(context, one, done)
  const provider = problems.filter(({ blame }) => blame !== 'configuration')
  const configuration = problems.find(({ blame }) => blame === 'configuration')
  if (configuration !== undefined) {
    // A limit that bars the measuring of another is kept to from then on, and has a note of its own.
    const bars = one.phase === 'measures' && !one.learned && recordNamed(context, one.operation, done.judged)
    if (bars && one.rule !== undefined) state.barred.add(one.rule.id)
    else recordLacking(state, configuration)
  }
  const setAside = done.setAside ?? configuration?.says
  const rules = [one.rule?.id, one.hygiene].filter((id) => id !== undefined)
  if (setAside === undefined) {
    const answered = recordAnswer(state, one, done, accountFor(context, one))
    rules.push(...answered.filter((id) => !rules.includes(id)))
    const notes = [textNote(state, one, done) ?? probeNote(state, one, done), recordLearned(context, one, done)]
    for (const note of notes) if (note !== undefined) yield { type: 'note', note }
  } else if (one.rule !== undefined && !state.setAside.has(one.rule.id)) state.setAside.set(one.rule.id, setAside)
  const replay = recipeOf(one, done.judged, context.findings)
  const recipe = replay === undefined ? {} : { replay }
  const finished = { type: 'case-finished', case: one.id, phase: one.phase, way: one.way, rules, ...recipe } as const
  if (provider.length === 0) {
    yield {
      ...finished,
      outcome: setAside === undefined ? 'kept' : 'set-aside',
      broken: [],
      ...(setAside === undefined ? {} : { says: setAside }),
      exchanges: recordedExchanges(one.operation, done.sends, context.findings),
    }
    return
  }
  const { broken, events, sends, mended } = await confirm(context, one, done, provider)
  yield* events
  const exchanges = recordedExchanges(one.operation, [...done.sends, ...sends], context.findings)
  yield { ...finished, outcome: broken.length > 0 ? 'broken' : 'kept', broken, exchanges }
  if (mended === undefined || one.id.endsWith(MENDED)) return
  const again: Case = { ...one, id: `${one.id}${MENDED}`, draft: mended }
  yield* runCase(context, again, await perform(context, again, MENDED_ATTEMPT))
}

/** The transport fault of a case. A broken connection that healed is one only where it is no exception. */
function faultOf(
  { judged }: Performed,
  healed: number,
): { readonly fault: TransportFault; readonly says: string } | undefined {
  if (judged.kind === 'failed') return judged
  return judged.kind === 'answered' && healed > PASSING ? judged.healed : undefined
}

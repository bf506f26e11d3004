import { setMaxListeners } from 'node:events'
import type { Contract } from '@assay/contract'
import type { CertifyEvent } from '../certify-event.ts'
import type { CertifyOptions } from '../certify-options.ts'
import { recordedExchanges } from '../finding/recorded-exchanges.ts'
import { redactor } from '../finding/redactor.ts'
import { isSuccess } from '../judge/judge-hygiene.ts'
import type { Plan } from '../plan/plan-of.ts'
import { refreshedDraft } from '../plan/refreshed-draft.ts'
import { buildReport } from '../report/build-report.ts'
import { ruleTallies } from '../report/rule-tally.ts'
import { sealReport } from '../report/sealed-report.ts'
import { targetOf } from '../target.ts'
import { diagnose } from './doctor.ts'
import { lastNotes } from './last-notes.ts'
import { reportLearned } from './learn-limits.ts'
import { benchOf, type RunContext } from './run-context.ts'
import { addNote, recordCreated, runState } from './run-state.ts'
import { runWithinLimits } from './run-within-limits.ts'
import type { Send } from './send.ts'
import { openSender } from './sender.ts'

/**
 * Carries out a plan: the started event, the doctor, every case, the report.
 * @param plan made for these options, run id included
 */
export async function* carryOut(
  contract: Contract,
  options: CertifyOptions,
  plan: Plan,
): AsyncGenerator<CertifyEvent, void, undefined> {
  const { runId, plannedAt: startedAt } = plan
  const target = targetOf(options.baseUrl)
  const clock = options.clock ?? Date.now
  const state = runState(ruleTallies(contract))
  const { provider } = contract
  const cases = plan.cases.length
  yield {
    type: 'started',
    provider,
    target: target.baseUrl,
    seed: options.seed,
    runId,
    level: options.level ?? 'standard',
    cases,
    startedAt: new Date(startedAt).toISOString(),
  }
  const ending = new AbortController()
  // Every request on its way listens to it, and equal ones at the same moment are many.
  setMaxListeners(0, ending.signal)
  const end = (): void => ending.abort()
  options.signal?.addEventListener('abort', end, { once: true })
  if (options.signal?.aborted) end()
  const sender = await openSender(options, target, ending.signal)
  const context: RunContext = {
    contract,
    options,
    plan,
    plannedAt: startedAt,
    clock,
    sender,
    state,
    findings: {
      provider,
      origin: target.origin,
      runId,
      redactor: redactor(options.credentials),
      accepted: state.acceptedDrafts,
    },
  }
  state.next = plan.next
  let carried = context
  let obstacle: string | undefined
  let complete = false
  try {
    const { probes } = plan
    const diagnosis = await diagnose(
      probes,
      (one, attempt) => refreshedDraft(one.draft, benchOf(context, one), { runId, number: 0, attempt }, options),
      sender,
      (options.timeoutSeconds ?? 5) * 1000,
    )
    for (const send of diagnosis.sends)
      if (probes[0]) recordCreated(state, { ...probes[0], id: 'doctor' }, send, context.findings.redactor)
    if (!ending.signal.aborted) {
      const [first] = probes
      const exchanges = first ? recordedExchanges(first.operation, diagnosis.sends, context.findings) : []
      yield { type: 'doctor-finished', ready: diagnosis.ready, says: diagnosis.says, exchanges }
      for (const says of diagnosis.notes) addNote(state, says)
      state.skew = diagnosis.skew
      // The valid requests may all stand in another shard: the doctor's shows as much.
      state.accepted ||= options.shard !== undefined && diagnosis.sends.some(isAccepted)
      if (diagnosis.ready) {
        carried = yield* runWithinLimits(context, diagnosis.sends, ending.signal)
      } else obstacle = diagnosis.says
    }
    complete = !ending.signal.aborted
  } finally {
    options.signal?.removeEventListener('abort', end)
    // Whoever stops listening ends what is still under way.
    end()
    await sender.close()
  }
  for (const note of [...reportLearned(carried), ...lastNotes(carried)]) yield { type: 'note', note }
  const facts = { runId, startedAt, endedAt: clock(), requests: sender.requests(), complete }
  const report = buildReport(
    contract,
    options,
    target,
    carried.plan,
    state,
    obstacle === undefined ? facts : { ...facts, obstacle },
  )
  yield { type: 'finished', report: sealReport(report) }
}

function isAccepted(send: Send): boolean {
  return send.kind === 'answered' && isSuccess(send.exchange.answer.status)
}

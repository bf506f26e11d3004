import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type CertifyEvent,
  diagnose,
  newRunId,
  openSender,
  redactor,
  ruleTallies,
  type Sender,
  type Target,
  targetOf,
} from '@assay/certify'
import type { Contract } from '@assay/contract'
import { accountOf } from '@assay/rules'
import { markedPact, stateNames } from './marked-pact.ts'
import { mockSender } from './mock-sender.ts'
import { openStage } from './open-stage.ts'
import type { PactDocument } from './pact-document.ts'
import { type PactPlan, planInteractions } from './planned-interaction.ts'
import { probesOf } from './probes-of.ts'
import { reportOfVerification } from './report-of-verification.ts'
import { runVerifier } from './run-verifier.ts'
import { type Played, stagehands } from './stagehands.ts'
import { tallyInteraction, type VerificationState } from './tally-interactions.ts'
import type { VerifierResults } from './verifier-results.ts'
import type { VerifyOptions } from './verify-options.ts'

/** Milliseconds until the Verifier gives a request up: whoever sends it waits for its turn and gives up sooner. */
const VERIFIER_PATIENCE = 300_000

/**
 * Verifies a pact at a provider with Pact's own Verifier, in one run, and tells what happens as a certification does; the last event carries the report. Against
 * anything but a mock under control the doctor goes first, budget and rate are those of a certification, and states that only a mock can be brought into
 * are skipped and counted.
 * @throws PactError, from the stream, when the Verifier cannot run; CertifyError when the base URL is none
 */
export async function* verifyPact(
  contract: Contract,
  pact: PactDocument,
  options: VerifyOptions,
): AsyncGenerator<CertifyEvent, void, undefined> {
  const clock = options.clock ?? Date.now
  const [target, runId, startedAt] = [targetOf(options.baseUrl), options.runId ?? newRunId(), clock()]
  const pins = options.pins ?? new Map()
  const plan = planInteractions(pact, contract, {
    mock: options.control !== undefined,
    pinned: new Set(pins.keys()),
  })
  const { provider } = contract
  const facts = { provider, target: target.baseUrl, seed: 1, runId, level: 'pact' }
  yield { type: 'started', ...facts, cases: plan.interactions.length, startedAt: new Date(startedAt).toISOString() }
  const ending = new AbortController()
  const end = (): void => ending.abort()
  options.signal?.addEventListener('abort', end, { once: true })
  if (options.signal?.aborted) end()
  const sender = await senderFor(options, target, ending.signal)
  const state: VerificationState = {
    tallies: ruleTallies(contract),
    created: [],
    setAside: new Map(),
    accepted: false,
    cases: 0,
  }
  let obstacle = plan.interactions.length > 0 ? undefined : nothingToVerify(plan)
  try {
    if (options.control === undefined && obstacle === undefined && !ending.signal.aborted) {
      const diagnosis = await diagnose(
        ...probesOf(plan, { runId, clock, pins }),
        sender,
        (options.timeoutSeconds ?? 5) * 1000,
      )
      const told = { type: 'doctor-finished' as const, ready: diagnosis.ready, says: diagnosis.says, exchanges: [] }
      if (!ending.signal.aborted) yield told
      if (!diagnosis.ready) obstacle = diagnosis.says
    }
    if (obstacle === undefined && !ending.signal.aborted) {
      const played = new Map<number, Played>()
      const context = { interactions: plan.interactions, sender, runId, clock, pins }
      const hands = stagehands(
        options.control === undefined ? context : { ...context, control: options.control },
        played,
      )
      const results = await resultsOf(pact, plan, hands)
      const account = accountOf(contract, { credentials: options.credentials, now: clock })
      const findings = { provider, origin: target.origin, runId, redactor: redactor(options.credentials), account }
      for (const [index, one] of plan.interactions.entries()) {
        const result = results.find(({ description }) => description === one.document.description)
        yield* tallyInteraction(one, index + 1, played.get(index), result, state, findings)
      }
    }
  } finally {
    options.signal?.removeEventListener('abort', end)
    await sender.close()
  }
  const complete = !ending.signal.aborted
  const report = reportOfVerification(contract, plan, state, {
    ...facts,
    startedAt,
    endedAt: clock(),
    requests: sender.requests(),
    complete,
    ...(obstacle === undefined ? {} : { obstacle }),
  })
  for (const note of report.notes) yield { type: 'note', note }
  yield { type: 'finished', report }
}

function nothingToVerify({ skipped: [first] }: PactPlan): string {
  return first === undefined ? 'The pact has no interactions.' : `Every interaction was skipped: ${first.why}.`
}

function senderFor(options: VerifyOptions, target: Target, signal: AbortSignal): Promise<Sender> {
  return options.control === undefined
    ? openSender({ ...options, seed: 1 }, target, signal)
    : mockSender(target, options.credentials, options.clock ?? Date.now, signal)
}

async function resultsOf(
  pact: PactDocument,
  plan: PactPlan,
  hands: ReturnType<typeof stagehands>,
): Promise<VerifierResults> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-pact-'))
  const stage = await openStage(hands)
  try {
    const marked = markedPact(pact, plan.interactions)
    const file = join(folder, 'pact.json')
    writeFileSync(file, JSON.stringify(marked))
    return await runVerifier({
      provider: pact.provider.name,
      file,
      stage: stage.url,
      states: stateNames(marked),
      timeout: VERIFIER_PATIENCE,
    })
  } finally {
    await stage.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

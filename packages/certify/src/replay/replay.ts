import { randomBytes } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { type Contract, stringifyJson } from '@assay/contract'
import { type Draft, readBody } from '@assay/rules'
import type { Case } from '../case.ts'
import { CertifyError } from '../certify-error.ts'
import type { CertifyOptions } from '../certify-options.ts'
import { redactor } from '../finding/redactor.ts'
import { hygieneRules } from '../judge/hygiene-rules.ts'
import { transportProblem } from '../judge/transport-problem.ts'
import { newRunId } from '../new-run-id.ts'
import { phases } from '../phase.ts'
import { planBench } from '../plan/bench.ts'
import { judgePerformed } from '../run/judge-performed.ts'
import { perform, type RunContext } from '../run/run-context.ts'
import { runState } from '../run/run-state.ts'
import { openSender } from '../run/sender.ts'
import { targetOf } from '../target.ts'
import { answerChanges } from './answer-changes.ts'
import type { RecordedCase, Replayed } from './recorded-case.ts'
import type { ReplayRecipe } from './replay-recipe.ts'

/** Bodies that unpack to more than this were recorded by nobody. */
const MOST_BYTES = 8_000_000

/**
 * Sends recorded cases again, one after the other, signed anew and with references of their own, judges what comes as a certification would, and says
 * what changed.
 * @throws CertifyError where a case was recorded of an operation or rule that the contract does not have
 */
export async function* replay(
  contract: Contract,
  recorded: readonly RecordedCase[],
  options: CertifyOptions,
): AsyncGenerator<Replayed, void, undefined> {
  const target = targetOf(options.baseUrl)
  const clock = options.clock ?? Date.now
  const now = clock()
  // A replay may follow another one: requests that go between bear references that are new each time.
  const runId = newRunId()
  const cases = recorded.map((record, index) => ({ record, one: caseOf(contract, record, index + 1) }))
  const benches = new Map(
    contract.operations.map((operation) => [operation.id, planBench(contract, operation, options, now)]),
  )
  const ending = new AbortController()
  const signal = options.signal === undefined ? ending.signal : AbortSignal.any([options.signal, ending.signal])
  const sender = await openSender(options, target, signal)
  const context: RunContext = {
    contract,
    options,
    plan: {
      runId,
      plannedAt: now,
      cases: [],
      probes: [],
      measuring: [],
      next: 1,
      dropped: [],
      untested: new Map(),
      benches,
    },
    plannedAt: now,
    clock,
    sender,
    state: runState(new Map()),
    findings: {
      provider: contract.provider,
      origin: target.origin,
      runId,
      redactor: redactor(options.credentials),
      accepted: [],
    },
  }
  try {
    for (const { record, one } of cases) {
      if (signal.aborted) return
      yield await again(context, record, one)
    }
  } finally {
    ending.abort()
    await sender.close()
  }
}

async function again(context: RunContext, record: RecordedCase, one: Case): Promise<Replayed> {
  const sentAt = Date.parse(record.replay.sentAt)
  const plannedAt = Number.isNaN(sentAt) ? context.plannedAt : sentAt
  const done = await perform({ ...context, plannedAt }, one, 0)
  const { judged } = done
  const base = { case: record.case, before: record.broken }
  const clean = (text: string): string => context.findings.redactor.redact(text, judged.signatures)
  if (judged.kind === 'unsent')
    return { ...base, outcome: 'unsent', now: [], says: [done.setAside ?? 'It was not sent.'] }
  const problems = judgePerformed(context, one, done)
  const faults = judged.kind === 'failed' ? [transportProblem(judged.fault, judged.says)] : []
  const broken = [...problems.filter(({ blame }) => blame !== 'configuration'), ...faults].map(({ rule }) => rule)
  const says =
    judged.kind === 'answered'
      ? answerChanges(record.answer, judged.exchange.answer, one.operation)
      : record.answer === undefined
        ? []
        : [`Then ${record.answer.status} came; now ${judged.says}`]
  const fixed = record.broken.filter((rule) => !broken.includes(rule))
  const fresh = broken.filter((rule) => !record.broken.includes(rule))
  const outcome = fresh.length > 0 ? 'broken' : fixed.length > 0 ? 'fixed' : says.length > 0 ? 'changed' : 'same'
  return {
    ...base,
    outcome,
    now: broken,
    ...(judged.kind === 'answered' ? { status: judged.exchange.answer.status } : {}),
    says: [
      ...fixed.map((rule) => `${rule} was broken and is kept.`),
      ...fresh.map((rule) => `${rule} was kept and is broken.`),
      ...(done.setAside === undefined ? [] : [done.setAside]),
      ...says,
    ].map(clean),
  }
}

/** The case that a recipe is of. */
function caseOf(contract: Contract, { case: id, replay }: RecordedCase, number: number): Case {
  const operation = contract.operations.find((one) => one.id === replay.operation)
  if (operation === undefined)
    throw new CertifyError(
      `${id} was recorded of the operation ${replay.operation}, which the contract of ${contract.provider} does not have.`,
    )
  const rule = operation.rules.find((one) => one.id === replay.rule)
  if (replay.rule !== undefined && rule === undefined)
    throw new CertifyError(
      `${id} was recorded of the rule ${replay.rule}, which the contract of ${contract.provider} no longer has: certify again.`,
    )
  const hygiene = hygieneRules.find((one) => one.id === replay.hygiene)
  const phase = phases.find((one) => id.split('/').includes(one)) ?? 'accepts'
  return {
    id,
    number,
    phase,
    operation,
    ...(rule === undefined ? {} : { rule }),
    ...(hygiene === undefined ? {} : { hygiene: hygiene.id }),
    way: replay.way,
    draft: draftOf(replay),
    expectation: replay.expectation,
    ...(replay.course === undefined ? {} : { course: replay.course }),
    round: 1,
    ...(replay.learned === undefined ? {} : { learned: replay.learned }),
  }
}

function draftOf({ body, bodyEncoding, runId, contentType, fault, repeated }: ReplayRecipe): Draft {
  const packed = bodyEncoding === 'gzip'
  const text = packed ? gunzipSync(Buffer.from(body, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8') : body
  // Of the same length, so that a case about lengths stays what it is.
  const another = randomBytes(runId.length).toString('hex').slice(0, runId.length)
  const renewed = text.replaceAll(`assay-${runId}-`, `assay-${another}-`)
  const read = readBody(Buffer.from(renewed, 'utf8'))
  const plain = read !== undefined && stringifyJson(read) === renewed
  return {
    body: read ?? null,
    ...(plain ? {} : { text: renewed }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(fault === undefined ? {} : { fault }),
    ...(repeated === undefined ? {} : { repeated }),
  }
}

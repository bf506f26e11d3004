import {
  type Case,
  type CertifyEvent,
  type Created,
  emptyTally,
  type FindingContext,
  findingOf,
  type RuleTally,
  type Send,
} from '@assay/certify'
import { isJsonNumber, valueAt } from '@assay/contract'
import { type Account, meetsPremises } from '@assay/rules'
import type { PlannedInteraction } from './planned-interaction.ts'
import { problemOf } from './problem-of.ts'
import { seenRules } from './seen-rules.ts'
import type { Played } from './stagehands.ts'
import type { VerifierResult } from './verifier-results.ts'

/** Findings of one rule that are shown; the others are counted. */
const SHOWN = 3

/** What a verification has learned. */
export interface VerificationState {
  readonly tallies: Map<string, RuleTally>
  readonly created: Created[]
  /** Why rules were not tested. */
  readonly setAside: Map<string, string>
  /** Whether the provider did anything that the pact says. */
  accepted: boolean
  cases: number
  /** What kept an interaction from being judged, the first of them. */
  obstacle?: string
}

/** Counts what became of one interaction, and tells it. */
export function tallyInteraction(
  one: PlannedInteraction,
  number: number,
  played: Played | undefined,
  result: VerifierResult | undefined,
  state: VerificationState,
  context: FindingContext & { readonly account: Account },
): readonly CertifyEvent[] {
  const asCase = caseOf(one, number, played?.send)
  const aside = asideBecause(played, result)
  if (aside !== undefined || played === undefined || result === undefined || played.send.kind !== 'answered') {
    const says = aside ?? 'It was not verified.'
    if (one.rule) state.setAside.set(one.rule.id, says)
    if (played?.send.kind === 'failed') state.obstacle ??= `The target could not be reached: ${played.send.says}`
    return [finished(asCase, 'set-aside', [], says)]
  }
  const { send } = played
  const { request, answer } = send.exchange
  state.cases += 1
  const tested = testedRules(one, answer.status, request.body, context.account)
  for (const id of tested) count(state.tallies.get(id), id === one.rule?.id)
  const isSuccess = answer.status >= 200 && answer.status < 300
  if (isSuccess) state.created.push(createdBy(asCase, send))
  if (result.ok) {
    if (one.rule === undefined) state.accepted = true
    return [finished(asCase, 'kept', [], undefined, tested, send, context)]
  }
  const problem = problemOf(one, result, answer.status)
  const finding = findingOf(asCase, problem, send, context)
  const tally = tallyFor(problem.rule, state)
  if (!tested.includes(problem.rule)) count(tally, false)
  tally.failed += 1
  if (tally.findings.length < SHOWN) tally.findings.push(finding)
  return [
    finished(asCase, 'broken', [problem.rule], undefined, tested, send, context),
    { type: 'finding', rule: problem.rule, finding },
  ]
}

/** The tally of a rule; what no rule of the contract speaks of has one of its own. */
function tallyFor(rule: string, { tallies }: VerificationState): RuleTally {
  const says = 'The provider answers as the pact says.'
  const tally = tallies.get(rule) ?? emptyTally({ id: rule, says, strength: 'assumed', evidence: [] })
  tallies.set(rule, tally)
  return tally
}

function asideBecause(played: Played | undefined, result: VerifierResult | undefined): string | undefined {
  if (played === undefined || result === undefined) return 'It was not verified: the run ended before.'
  if (played.unreached !== undefined) return `Its state could not be reached: ${played.unreached}.`
  if (played.send.kind === 'failed') return `It got no whole answer: ${played.send.says}`
  if (played.send.kind === 'unsent') return `It was not sent: ${unsent[played.send.why]}.`
  return undefined
}

const unsent: { readonly [why in Extract<Send, { kind: 'unsent' }>['why']]: string } = {
  budget: 'the budget was used up',
  ended: 'the run was interrupted',
  busy: 'the provider kept asking to wait',
  hopeless: 'too many requests in a row got no answer',
}

function count(tally: RuleTally | undefined, breaks: boolean): void {
  if (tally === undefined) return
  tally.cases += 1
  if (breaks) tally.breaks += 1
}

/** The rule that the request breaks, and the answer rules that speak of the answer. */
function testedRules(
  { operation, rule }: PlannedInteraction,
  status: number,
  body: Parameters<typeof meetsPremises>[0],
  account: Account,
): readonly string[] {
  const speaking = seenRules(operation, status).filter(({ when }) => meetsPremises(body, when, account))
  return [...(rule === undefined ? [] : [rule.id]), ...speaking.map(({ id }) => id)]
}

function createdBy({ id, operation }: Case, send: Send): Created {
  if (send.kind !== 'answered') return { case: id }
  const { request, answer } = send.exchange
  const reference = operation.roles.find(({ role }) => role === 'reference')?.at
  const named = reference === undefined ? undefined : valueAt(request.body, reference)
  const place = operation.rules.find(({ kind }) => kind === 'unique-id')?.at
  const own = place === undefined ? undefined : valueAt(answer.body, place)
  return {
    case: id,
    ...(typeof named === 'string' ? { reference: named } : {}),
    ...(typeof own === 'string' || isJsonNumber(own) ? { id: String(own) } : {}),
  }
}

/** An interaction as a certification knows it. */
function caseOf({ id, document, operation, rule }: PlannedInteraction, number: number, send: Send | undefined): Case {
  return {
    id,
    number,
    phase: rule === undefined ? 'accepts' : 'refuses',
    operation,
    ...(rule === undefined ? {} : { rule }),
    way: document.description,
    draft: send?.draft ?? { body: null },
    expectation:
      rule === undefined ? { outcome: 'accepted' } : { outcome: 'refused', status: rule.answer?.status ?? [] },
    round: 1,
  }
}

function finished(
  one: Case,
  outcome: 'kept' | 'broken' | 'set-aside',
  broken: readonly string[],
  says?: string,
  rules: readonly string[] = [],
  send?: Send,
  context?: FindingContext,
): CertifyEvent {
  const event = {
    type: 'case-finished' as const,
    case: one.id,
    phase: one.phase,
    way: one.way,
    rules,
    outcome,
    broken,
    ...(says === undefined ? {} : { says }),
    exchanges: send === undefined || context === undefined ? [] : [exchangeOf(one, send, context)],
  }
  return event
}

/** The exchange as it may be shown: without key, secret and signature. */
function exchangeOf(one: Case, send: Send, context: FindingContext): RecordedExchange {
  const expected = { outcome: 'kept', says: '' } as const
  const nothing = { rule: '', says: '', expected, observed: { says: '' }, blame: 'provider', evidence: [] } as const
  const { request, response } = findingOf(one, nothing, send, context)
  const durationMs = send.kind === 'answered' ? send.exchange.receivedAt - send.exchange.sentAt : 0
  return {
    startedAt: new Date(send.sentAt).toISOString(),
    durationMs,
    request,
    ...(response === undefined ? {} : { response }),
  }
}

/** One request and its answer, as reports keep them. */
interface RecordedExchange {
  readonly startedAt: string
  readonly durationMs: number
  readonly request: ReturnType<typeof findingOf>['request']
  readonly response?: NonNullable<ReturnType<typeof findingOf>['response']>
}

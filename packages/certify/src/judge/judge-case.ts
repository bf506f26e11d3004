import { type Json, type Operation, type Rule, valueAt } from '@assay/contract'
import type { Account } from '@assay/rules'
import { judgeAnswer } from '@assay/rules'
import type { Case } from '../case.ts'
import type { Blame } from '../report/report.ts'
import type { AnsweredSend } from '../run/send.ts'
import { rulesAnsweredBy } from './documented-errors.ts'
import { isSuccess } from './judge-hygiene.ts'
import type { Problem } from './problem.ts'

/** Kinds of rules that speak of what the account has and may do, which only the built-in mock is sure to have. */
const accountKinds = new Set([
  'known-value',
  'enabled-value',
  'account-state',
  'account-value',
  'exchange-rate',
  'allowed-pair',
  'amount-range',
  'decimal-places',
  'lifetime-range',
])

/**
 * What an answer breaks of what the contract says about the case.
 * @param isTaken whether a request with the same value at a place was accepted before
 */
export function judgeCase(
  one: Case,
  sent: AnsweredSend,
  account: Account,
  accountKnown: boolean,
  isTaken: (at: string, value: Json) => boolean,
): readonly Problem[] {
  const { exchange } = sent
  const { status } = exchange.answer
  const { expectation, operation } = one
  if (expectation.outcome === 'any') return []
  if (expectation.outcome === 'probe' && !isSuccess(status)) return refusedProbe(one, sent)
  // A server error is a finding of its own, told of no documented rule: a gateway before the provider may have made it, and its body is nobody's answer.
  if (status >= 500) return []
  const body = judgedAnswer(operation, sent, account)
  const lacking = !accountKnown && lacksInAccount(one, sent)
  const denied = lacking && expectation.outcome === 'accepted' ? deniedThoughTaken(one, sent, isTaken) : undefined
  if (denied !== undefined) return [denied]
  if (lacking) return [refusedWrongly(one, sent, 'configuration')]
  if (expectation.outcome === 'probe') return body
  if (expectation.outcome === 'accepted') {
    return isSuccess(status) ? body : [refusedWrongly(one, sent, 'provider')]
  }
  if (expectation.outcome === 'either') return isSuccess(status) ? [] : body
  if (one.rule === undefined) return isSuccess(status) ? [] : body
  if (isSuccess(status)) return [acceptedWrongly(one, one.rule, status)]
  const fits = expectation.status.length === 0 ? status >= 400 && status < 500 : expectation.status.includes(status)
  return fits ? body : [refusedOtherwise(one, one.rule, expectation.status, status), ...body]
}

function judgedAnswer(operation: Operation, { exchange }: AnsweredSend, account: Account): readonly Problem[] {
  return judgeAnswer(exchange, operation, account)
    .filter(({ rule }) => rule.outcome !== 'unspecified')
    .map(({ rule, judgement }) => ({
      rule: rule.id,
      says: judgement.says,
      expected: { outcome: 'answered', says: rule.says },
      observed: { status: exchange.answer.status, says: judgement.says },
      blame: 'provider',
      evidence: rule.evidence,
    }))
}

function acceptedWrongly(one: Case, rule: Rule, status: number): Problem {
  const statuses = one.expectation.outcome === 'refused' ? one.expectation.status : []
  return {
    rule: rule.id,
    says: `A request with ${one.way} was accepted with ${status}.`,
    expected: {
      outcome: 'refused',
      ...statusList(statuses),
      says: `${rule.says} So it is refused${withStatus(statuses)}.`,
    },
    observed: { status, says: `It was accepted with ${status}.` },
    blame: 'provider',
    evidence: rule.evidence,
  }
}

function refusedOtherwise(one: Case, rule: Rule, statuses: readonly number[], status: number): Problem {
  return {
    rule: rule.id,
    says: `A request with ${one.way} was answered with ${status}, not${withStatus(statuses).replace(' with', '')}.`,
    expected: {
      outcome: 'refused',
      ...statusList(statuses),
      says: `${rule.says} It is refused${withStatus(statuses)}.`,
    },
    observed: { status, says: `It was answered with ${status}.` },
    blame: 'provider',
    evidence: rule.evidence,
  }
}

/** A currency that the account lacks by one answer and has by another: it cannot be both. */
function deniedThoughTaken(
  one: Case,
  sent: AnsweredSend,
  isTaken: (at: string, value: Json) => boolean,
): Problem | undefined {
  const { request, answer } = sent.exchange
  const denied = rulesAnsweredBy(one.operation, answer).find(({ kind, at }) => {
    const value = valueAt(request.body, at)
    return (kind === 'known-value' || kind === 'enabled-value') && value !== undefined && isTaken(at, value)
  })
  if (denied === undefined) return undefined
  const problem = refusedWrongly({ ...one, rule: undefined }, sent, 'provider', denied)
  const says = `${problem.observed.says} Another request with the same value at ${denied.at} was accepted.`
  return { ...problem, observed: { ...problem.observed, says } }
}

/** Whether the error says only that the account lacks something, and the case is not about that: then the answer shows nothing else. */
function lacksInAccount(
  { operation, rule, expectation, learned }: Case,
  { exchange: { request, answer } }: AnsweredSend,
): boolean {
  // Who is not known has no account, and what a case leaves out is no value that one could lack.
  if (rule !== undefined && identityKinds.has(rule.kind)) return false
  const isLeftOut = (at: string): boolean =>
    rule !== undefined && `${at}/`.startsWith(`${rule.at}/`) && at !== '' && valueAt(request.body, at) === undefined
  const answered = answer.status >= 400 ? rulesAnsweredBy(operation, answer) : []
  const named = answered.filter(({ at }) => !isLeftOut(at))
  const isValid = expectation.outcome === 'accepted'
  if (learned) return named.length > 0 && named.every(({ id, kind }) => accountKinds.has(kind) && id !== rule?.id)
  return named.length > 0 && named.every(({ id, kind }) => accountKinds.has(kind) && (id !== rule?.id || isValid))
}

/**
 * What a refused probe breaks: nothing, because no page promises that it is accepted; but its signature is right, so the documented error about a wrong one
 * is no answer to it.
 */
function refusedProbe(one: Case, sent: AnsweredSend): readonly Problem[] {
  const { operation, draft } = one
  const { answer } = sent.exchange
  const named = draft.fault === undefined ? rulesAnsweredBy(operation, answer) : []
  const isAboutIdentity = named.length > 0 && named.every(({ kind }) => identityKinds.has(kind))
  return isAboutIdentity ? [refusedWrongly(one, sent, 'provider')] : []
}

/** Kinds of rules about who asks. */
const identityKinds = new Set(['key', 'signature'])

/**
 * A valid request was not accepted: at a rule's edge that rule is broken, else the one that the error names, else the documented success. A signature
 * that is right and refused is the fault of the rule about signatures, whatever else the request is about.
 * @param about the rule to blame, where it is known
 */
export function refusedWrongly(
  one: Omit<Case, 'rule'> & { readonly rule?: Rule | undefined },
  { exchange }: AnsweredSend,
  blame: Blame,
  about?: Rule,
): Problem {
  const { operation, rule: edge } = one
  const { answer } = exchange
  const named = rulesAnsweredBy(operation, answer)
  const identity = refusedIdentity(operation, named, answer.status)
  const status = operation.rules.find((rule) => rule.side === 'answer' && rule.kind === 'status')
  // An error that stands for many places says nothing of which one is meant.
  const [says] = named.every(({ at }) => at === named[0]?.at) ? named : []
  const blamed = about ?? identity ?? edge ?? says ?? status
  const because = says === undefined ? '' : `, as if it broke ${says.id}`
  const within = blamed === edge || blamed === about ? blamed : undefined
  return {
    rule: blamed?.id ?? 'answer.status',
    says: `A valid request (${one.way}) was answered with ${answer.status}${because}.`,
    expected: {
      outcome: 'accepted',
      status: operation.answers.filter(({ status }) => status.startsWith('2')).map(({ status }) => status),
      says:
        identity !== undefined && blamed === identity
          ? `${identity.says} The signature is right, over the bytes that were sent.`
          : within === undefined
            ? 'The request breaks no documented rule, so it is accepted.'
            : `${within.says} The request is just within it.`,
    },
    observed: { status: answer.status, says: `It was answered with ${answer.status}${because}.` },
    blame,
    evidence: blamed?.evidence ?? [],
    // What a documented error names needs no looking for, unless the request stands at an edge.
    ...(blamed !== identity && (edge !== undefined || says === undefined) ? { isRefusal: true as const } : {}),
  }
}

/** The rule about signatures that a refusal is about: by its documented error, or by a status that says so where no documented error fits. */
function refusedIdentity(operation: Operation, named: readonly Rule[], status: number): Rule | undefined {
  const rules = operation.rules.filter(({ kind, outcome }) => identityKinds.has(kind) && outcome === 'must-refuse')
  if (named.length > 0) {
    return named.every(({ kind }) => identityKinds.has(kind)) ? named[0] : undefined
  }
  if (status !== 401 && status !== 403) return undefined
  const bytes = rules.find(({ parameters }) => [parameters.faults].flat().includes('other-body'))
  return bytes ?? rules.find(({ kind }) => kind === 'signature') ?? rules[0]
}

/** The statuses of an expectation as a member, where there are any. */
export function statusList(statuses: readonly number[]): { readonly status?: readonly number[] } {
  return statuses.length === 0 ? {} : { status: statuses }
}

/** The statuses of an expectation in a sentence. */
export function withStatus(statuses: readonly number[]): string {
  return statuses.length === 0 ? ' with a 4xx' : ` with ${statuses.join(' or ')}`
}

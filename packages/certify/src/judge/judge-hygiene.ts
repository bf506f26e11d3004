import type { Case } from '../case.ts'
import type { Redactor } from '../finding/redactor.ts'
import type { Blame } from '../report/report.ts'
import type { AnsweredSend } from '../run/send.ts'
import { type HygieneId, hygieneRules } from './hygiene-rules.ts'
import { paidState } from './paid-state.ts'
import type { Problem } from './problem.ts'
import { stackTraceIn } from './stack-trace.ts'

/** What an answer breaks of what every provider owes. */
export function judgeHygiene(one: Case, sent: AnsweredSend, redactor: Redactor): readonly Problem[] {
  const { answer } = sent.exchange
  const text = `${[...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')}\n${Buffer.from(answer.bytes).toString('utf8')}`
  const found: Problem[] = []
  const add = (id: HygieneId, says: string, blame: Blame = 'provider'): void => {
    found.push(hygieneProblem(id, says, { status: answer.status }, blame))
  }
  if (answer.status >= 500) {
    // A gateway in between answers so when what stands behind it does not.
    add(
      'http.no-server-error',
      `The answer is ${answer.status}.`,
      [502, 503, 504].includes(answer.status) ? 'network' : 'provider',
    )
  }
  const leak = redactor.leakIn(text, sent.signatures)
  if (leak !== undefined) add('security.no-secret-in-answer', `The answer contains the ${leak}.`)
  const trace = stackTraceIn(text)
  if (trace !== undefined) add('security.no-stack-trace', `The answer contains a stack trace: "${trace}".`)
  if (isSuccess(answer.status)) {
    const documented = one.operation.answers.find(
      ({ status, schema }) => status.startsWith('2') && schema !== undefined,
    )
    const state = paidState(answer.body, documented?.schema ?? true)
    if (state !== undefined)
      add('security.new-payment-is-not-paid', `${state.at} of the new payment is "${state.value}".`)
    if (one.hygiene !== undefined) add(one.hygiene, `A request with ${one.way} was accepted.`)
  }
  return found
}

/** A problem under a hygiene rule. */
export function hygieneProblem(
  id: HygieneId,
  says: string,
  observed: { readonly status?: number; readonly fault?: string },
  blame: Blame,
): Problem {
  const rule = hygieneRules.find((candidate) => candidate.id === id)
  return {
    rule: id,
    says,
    expected: { outcome: 'kept', says: rule?.says ?? id },
    observed: { ...observed, says },
    blame,
    evidence: [],
  }
}

/** Whether a status means that the request was accepted. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

/** The id of a rule that no provider needs to document. */
export type HygieneId =
  | 'http.answers-in-time'
  | 'http.no-server-error'
  | 'http.no-reset'
  | 'http.complete-body'
  | 'security.no-secret-in-answer'
  | 'security.no-stack-trace'
  | 'security.new-payment-is-not-paid'
  | 'security.negative-amount-refused'

/** A rule that no provider needs to document. */
export interface HygieneRule {
  readonly id: HygieneId
  readonly says: string
}

/** What every provider owes whoever calls it: a closed list. */
export const hygieneRules: readonly HygieneRule[] = [
  { id: 'http.answers-in-time', says: 'Every request gets its complete answer in time.' },
  { id: 'http.no-server-error', says: 'No request is answered with a 5xx status.' },
  { id: 'http.no-reset', says: 'No connection is closed before the answer.' },
  { id: 'http.complete-body', says: 'Every answer is complete HTTP of a bounded size.' },
  { id: 'security.no-secret-in-answer', says: 'No answer contains the secret or a signature.' },
  { id: 'security.no-stack-trace', says: 'No answer contains a stack trace.' },
  { id: 'security.new-payment-is-not-paid', says: 'A new payment is not in a state that means paid.' },
  { id: 'security.negative-amount-refused', says: 'A negative amount is refused.' },
]

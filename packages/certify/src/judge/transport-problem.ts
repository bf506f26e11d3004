import type { TransportFault } from '../transport/transport-fault.ts'
import type { HygieneId } from './hygiene-rules.ts'
import { hygieneProblem } from './judge-hygiene.ts'
import type { Problem } from './problem.ts'

const ruleOf: { readonly [fault in TransportFault]: HygieneId } = {
  timeout: 'http.answers-in-time',
  reset: 'http.no-reset',
  refused: 'http.no-reset',
  dns: 'http.no-reset',
  tls: 'http.no-reset',
  proxy: 'http.no-reset',
  network: 'http.no-reset',
  'incomplete-body': 'http.complete-body',
  'invalid-http': 'http.complete-body',
  'too-large': 'http.complete-body',
}

/** A transport fault as a problem of its own: never under a documented rule, and the network's until more is known. */
export function transportProblem(fault: TransportFault, says: string): Problem {
  return hygieneProblem(ruleOf[fault], says, { fault }, 'network')
}

/** The rules that a request which got its answer has kept. */
export const transportRules: readonly HygieneId[] = ['http.answers-in-time', 'http.no-reset', 'http.complete-body']

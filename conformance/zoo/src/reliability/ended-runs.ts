import { type CertifyEvent, certify, exitCodeOf, type Plan, planOf } from '@assay/certify'
import { inProcess, zooCredentials } from '../in-process.ts'
import { knownProviders } from '../providers/known-providers.ts'
import { zooContract } from '../zoo-contract.ts'
import type { Proof } from './proof.ts'

const { provider, path } = knownProviders.alphapo
const ROUNDS = 50
/** Requests after which the last round ends its run. */
const LAST = 140
let plan: Plan | undefined

/** A run that is ended while it goes on still gives a report, and says that it is incomplete. */
export const endedRuns: Proof = {
  row: 'R8',
  says: 'runs ended by a signal without a valid report that says it is incomplete',
  rounds: ROUNDS,
  async round(index) {
    const ending = new AbortController()
    const after = 1 + Math.floor((index * LAST) / ROUNDS)
    let count = 0
    let ended = 0
    const answer = inProcess(provider, path)
    const transport = (request: Request): Promise<Response> => {
      count += 1
      if (count === after) {
        ending.abort()
        ended = performance.now()
      }
      return answer(request)
    }
    const contract = zooContract('alphapo')
    const options = {
      baseUrl: 'http://127.0.0.1:1',
      credentials: zooCredentials,
      seed: 1,
      level: 'quick',
      signal: ending.signal,
      transport,
    } as const
    plan ??= planOf(contract, options)
    let last: CertifyEvent | undefined
    for await (const event of certify(contract, options, plan)) last = event
    if (last?.type !== 'finished') return `ended after ${after} requests: no report`
    const report: typeof last.report = JSON.parse(JSON.stringify(last.report))
    const { summary, rules } = report
    if (report.complete) return `ended after ${after} requests: the report says that it is complete`
    if (exitCodeOf(report) !== 130) return `ended after ${after} requests: exit code ${exitCodeOf(report)}`
    if (summary.pass + summary.fail + summary.notTested !== rules.length) return `ended after ${after}: a wrong sum`
    if (performance.now() - ended > 2_000) return `ended after ${after} requests: it took more than 2 s`
    return summary.fail === 0 ? undefined : `ended after ${after} requests: a right provider is blamed`
  },
}

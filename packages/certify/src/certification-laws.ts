import type { Contract, Rule } from '@assay/contract'
import type { Credentials } from '@assay/signing'
import type { CertifyOptions } from './certify-options.ts'
import { exitCodeOf } from './exit-code-of.ts'
import { type Plan, planOf } from './plan/plan-of.ts'
import type { Report } from './report/report.ts'
import { reportOf } from './report-of.ts'
import { carryOut } from './run/carry-out.ts'

/** One law, for a test runner of any kind: `test(law.title, law.check)`. */
export interface Law {
  readonly title: string
  /** @throws Error that says what was found where the law does not hold */
  check(): Promise<void>
}

/** A mock of the contract in this process, with some rules switched off. */
export type MakeMock = (options: { readonly off: readonly string[] }) => {
  readonly base: string
  readonly credentials: Credentials
  fetch(request: Request): Promise<Response>
}

/**
 * What must be true of certification for every contract: its mock conforms, whatever the seed; and a mock on which a judged rule is switched off
 * does not, and that rule is named.
 * @param seeds that the right mock is certified with
 */
export function certificationLaws(
  contract: Contract,
  makeMock: MakeMock,
  seeds: readonly number[] = [1, 2, 3],
): readonly Law[] {
  let plan: Plan | undefined
  const planned = (): Plan => {
    plan ??= planOf(contract, optionsFor(makeMock({ off: [] }), 1))
    return plan
  }
  const conforming = seeds.map(
    (seed): Law => ({
      title: `${contract.provider}: its mock conforms with seed ${seed}`,
      async check() {
        const mock = makeMock({ off: [] })
        const options = optionsFor(mock, seed)
        const report = await reportOf(carryOut(contract, options, seed === 1 ? planned() : planOf(contract, options)))
        if (report.verdict !== 'conforms') throw new Error(`${contract.provider} with seed ${seed}: ${foundIn(report)}`)
      },
    }),
  )
  const judged = contract.operations.flatMap(({ rules }) => rules).filter(({ outcome }) => outcome !== 'unspecified')
  const noticed = judged
    // What no request can bring about, such as a state of the account, no certification can see.
    .filter(({ kind, parameters }) => parameters.reason === undefined && kind !== 'account-state')
    .map(
      (rule): Law => ({
        title: `${contract.provider}: a mock without ${rule.id} is found out`,
        async check() {
          const report = await reportOf(
            carryOut(contract, optionsFor(makeMock({ off: [rule.id] }), 1), planFor(rule, planned())),
          )
          const named = report.rules.some(({ id, verdict }) => id === rule.id && verdict === 'fail')
          if (!named || exitCodeOf(report) !== 1)
            throw new Error(`${contract.provider} without ${rule.id}: ${foundIn(report)}`)
        },
      }),
    )
  return [...conforming, ...noticed]
}

/** The cases of a plan that can show a rule: an answer may be wrong to any valid request, and to one refused for each rule. */
function planFor(rule: Rule, plan: Plan): Plan {
  const refused = new Set<string>()
  const cases = plan.cases.filter((one) => {
    const accepts = one.phase === 'accepts' && one.rule === undefined
    if (rule.side === 'request') return one.rule?.id === rule.id || (accepts && one.round === 1)
    if (one.phase === 'accepts') return one.round <= 2
    const first = one.rule !== undefined && !refused.has(one.rule.id)
    if (first) refused.add(one.rule?.id ?? '')
    return first
  })
  return { ...plan, cases }
}

function optionsFor(mock: ReturnType<MakeMock>, seed: number): CertifyOptions {
  return {
    baseUrl: `http://127.0.0.1:1${mock.base}`,
    credentials: mock.credentials,
    seed,
    runId: 'laws0001',
    accountKnown: true,
    transport: (request) => mock.fetch(request),
  }
}

function foundIn(report: Report): string {
  const failed = report.rules.filter(({ verdict }) => verdict === 'fail')
  const findings = failed.map(
    ({ id, findings: [first] }) =>
      `${id} (${first?.case}: ${first?.says} ${first?.request.body} -> ${first?.response?.body})`,
  )
  return `${report.verdict}${report.reason === undefined ? '' : `, ${report.reason}`} ${findings.join('; ') || 'no rule failed'}`
}

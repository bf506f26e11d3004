import { type Note, type Report, ruleReport, verdictOf } from '@assay/certify'
import type { Contract } from '@assay/contract'
import type { PactPlan } from './planned-interaction.ts'
import type { VerificationState } from './tally-interactions.ts'

/** What a report says beside what was learned. */
export interface VerificationFacts {
  readonly provider: string
  readonly target: string
  readonly seed: number
  readonly runId: string
  readonly level: string
  readonly startedAt: number
  readonly endedAt: number
  readonly requests: number
  readonly complete: boolean
  /** Why nothing could be verified. */
  readonly obstacle?: string
}

/** The report of a verification: rules as a certification has them, cases as the pact has interactions. */
export function reportOfVerification(
  contract: Contract,
  plan: PactPlan,
  state: VerificationState,
  { startedAt, endedAt, obstacle, ...facts }: VerificationFacts,
): Report {
  const skipped = new Map(
    plan.skipped.flatMap(({ rule, why }) => (rule === undefined ? [] : [[rule.id, why] as const])),
  )
  const rules = [...state.tallies.values()]
    .filter((tally) => tally.rule !== undefined || tally.cases > 0)
    .map((tally) => ruleReport(tally, tally.cases > 0 ? undefined : untested(tally.id, skipped, state), false))
  // What the provider kept from being judged counts only where nothing was judged at all.
  const hindrance = obstacle ?? (state.cases === 0 ? state.obstacle : undefined)
  const { verdict, reason } = verdictOf({
    ...{ rules, expected: [], complete: facts.complete, accepted: state.accepted },
    ...(hindrance === undefined ? {} : { obstacle: hindrance }),
  })
  const count = (wanted: string): number => rules.filter((rule) => rule.verdict === wanted).length
  return {
    version: 1,
    ...facts,
    contract: { sha256: contract.sha256 },
    verdict,
    ...(reason === undefined ? {} : { reason }),
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Math.round(endedAt - startedAt),
    summary: {
      rules: rules.length,
      pass: count('pass'),
      fail: count('fail'),
      notTested: count('not-tested'),
      cases: state.cases,
      dropped: plan.skipped.length,
    },
    rules,
    notes: notesOf(plan),
    created: state.created,
  }
}

function untested(id: string, skipped: ReadonlyMap<string, string>, { setAside }: VerificationState): string {
  const why = skipped.get(id)
  return setAside.get(id) ?? (why === undefined ? 'No interaction of the pact shows it.' : `It was skipped: ${why}.`)
}

/** Interactions that were skipped, counted by the reason. */
function notesOf({ skipped }: PactPlan): readonly Note[] {
  const reasons = [...new Set(skipped.map(({ why }) => why))]
  return reasons.map((why) => {
    const count = skipped.filter((one) => one.why === why).length
    return { says: `${count} of the pact's interactions ${count === 1 ? 'was' : 'were'} skipped: ${why}.` }
  })
}

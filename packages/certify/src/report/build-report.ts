import type { Contract } from '@assay/contract'
import type { CertifyOptions } from '../certify-options.ts'
import type { Plan } from '../plan/plan-of.ts'
import type { RunState } from '../run/run-state.ts'
import type { Target } from '../target.ts'
import { documentsOf } from './documents-of.ts'
import type { Report } from './report.ts'
import { type RuleTally, ruleReport } from './rule-tally.ts'
import { timingsOf } from './times.ts'
import { expectedFailures, verdictOf } from './verdict-of.ts'

/** What a report says beside what the run has learned. */
export interface Ending {
  readonly runId: string
  readonly startedAt: number
  readonly endedAt: number
  readonly requests: number
  readonly complete: boolean
  /** Why nothing could be certified. */
  readonly obstacle?: string
}

/** The report of a run, whether it came to its end or not. */
export function buildReport(
  contract: Contract,
  options: CertifyOptions,
  target: Target,
  plan: Plan,
  state: RunState,
  ending: Ending,
): Report {
  const expected = options.expectedFailures ?? []
  const rules = [...state.tallies.values()].map((tally) =>
    ruleReport(tally, untestedBecause(tally, options, plan, state, ending), expected.includes(tally.id)),
  )
  const outcomes = expectedFailures(expected, rules)
  const { verdict, reason } = verdictOf({
    rules,
    expected: outcomes,
    complete: ending.complete,
    accepted: state.accepted,
    ...(ending.obstacle === undefined ? {} : { obstacle: ending.obstacle }),
  })
  const count = (wanted: string): number => rules.filter((rule) => rule.verdict === wanted).length
  return {
    version: 1,
    provider: contract.provider,
    target: target.baseUrl,
    seed: options.seed,
    runId: ending.runId,
    level: options.level ?? 'standard',
    ...(options.shard === undefined ? {} : { shard: options.shard }),
    contract: { sha256: contract.sha256 },
    verdict,
    ...(reason === undefined ? {} : { reason }),
    complete: ending.complete,
    startedAt: new Date(ending.startedAt).toISOString(),
    durationMs: Math.round(ending.endedAt - ending.startedAt),
    requests: ending.requests,
    summary: {
      rules: rules.length,
      pass: count('pass'),
      fail: count('fail'),
      notTested: count('not-tested'),
      cases: state.cases,
      dropped: plan.dropped.length,
    },
    rules,
    evidence: options.evidence ?? { versions: {} },
    documents: documentsOf(contract),
    timings: timingsOf(state.times),
    ...(outcomes.length === 0 ? {} : { expectedFailures: outcomes }),
    notes: state.notes,
    created: state.created,
  }
}

function untestedBecause(
  tally: RuleTally,
  { only }: CertifyOptions,
  plan: Plan,
  state: RunState,
  ending: Ending,
): string | undefined {
  if (tally.cases > 0) {
    const unbroken = tally.rule?.side === 'request' && tally.breaks === 0
    // That values at the edge pass shows nothing of those beyond it.
    if (unbroken && state.setAside.has(tally.id)) return state.setAside.get(tally.id)
    const proofless = tally.rule?.side === 'request' && !state.accepted
    return proofless ? 'No valid request was accepted, so a refusal proves nothing.' : undefined
  }
  if (ending.obstacle !== undefined) return 'Nothing could be certified.'
  const planned = plan.untested.get(tally.id)
  if (only !== undefined && !only.includes(tally.id)) return 'It was not asked for.'
  if (planned !== undefined) return planned
  if (!ending.complete) return 'The run was interrupted.'
  return state.setAside.get(tally.id)
}

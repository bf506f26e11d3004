import type { RuleReport } from '@assay/certify'

/** A rule that passed, but for the members given. */
export function rule(id: string, more: Partial<RuleReport> = {}): RuleReport {
  return {
    id,
    verdict: 'pass',
    strength: 'documented',
    says: 'The amount is there.',
    evidence: [{ page: 'create', at: 'request/amount' }],
    operation: 'pay',
    kind: 'required',
    side: 'request',
    at: '/amount',
    outcome: 'must-refuse',
    parameters: {},
    cases: 2,
    failed: 0,
    findings: [],
    ...more,
  }
}

import type { Report } from '@assay/certify'
import { rule } from './rule.ts'

/** A report of a run that conforms, but for the members given; its sums fit its rules. */
export function report(more: Partial<Report>): Report {
  const rules = more.rules ?? [rule('amount.required')]
  const count = (verdict: string): number => rules.filter((one) => one.verdict === verdict).length
  return {
    version: 1,
    provider: 'small-till',
    target: 'http://127.0.0.1:4010/api',
    seed: 1,
    runId: 'laws0001',
    level: 'standard',
    contract: { sha256: '0'.repeat(64) },
    verdict: 'conforms',
    complete: true,
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 840,
    requests: 212,
    summary: {
      rules: rules.length,
      pass: count('pass'),
      fail: count('fail'),
      notTested: count('not-tested'),
      cases: 207,
      dropped: 0,
    },
    rules,
    notes: [{ says: 'The provider asked to wait, 2 s in all.' }],
    created: [{ case: 'accepts/minimal', reference: 'assay-laws0001-1', id: '1' }],
    ...more,
  }
}

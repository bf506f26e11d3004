import type { CertifyEvent, Report } from '@assay/certify'

/** The events of runs that ended with these reports: a start, the doctor, a case, a finding each, an end. */
export function runsOf(reports: readonly Report[]): readonly CertifyEvent[] {
  return reports.flatMap((report): readonly CertifyEvent[] => {
    const { provider, target, seed, runId, level, startedAt, rules } = report
    const exchange = {
      startedAt,
      durationMs: 12,
      request: {
        method: 'POST',
        url: `${target}/payments`,
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      },
    }
    const findings = rules.flatMap((rule) => rule.findings.map((finding) => ({ rule, finding })))
    return [
      { type: 'started', provider, target, seed, runId, level, cases: 1, startedAt },
      {
        type: 'doctor-finished',
        ready: true,
        says: 'It answers.',
        exchanges: [{ ...exchange, failure: 'It was reset.' }],
      },
      { type: 'phase-started', phase: 'accepts', cases: 1 },
      ...findings.map(({ rule, finding }): CertifyEvent => ({ type: 'finding', rule: rule.id, finding })),
      ...findings.map(
        ({ rule, finding }): CertifyEvent => ({
          type: 'case-finished',
          case: finding.case,
          phase: 'refuses',
          way: finding.says,
          rules: [rule.id],
          outcome: 'broken',
          broken: [rule.id],
          exchanges: [{ ...exchange, ...(finding.response === undefined ? {} : { response: finding.response }) }],
        }),
      ),
      { type: 'finished', report },
    ]
  })
}

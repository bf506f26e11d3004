import type { CertifyEvent, Finding, Report, RuleReport } from '@assay/certify'
import type { ReportFormat } from './reporter.ts'

/** One law, for a test runner of any kind: `test(law.title, law.check)`. */
export interface Law {
  readonly title: string
  /** @throws Error that says what was found where the law does not hold */
  check(): Promise<void>
}

/** What a provider that means harm would answer: the ends of scripts, elements, attributes, strings, lines and commands. */
export const HOSTILE = `</script><script>alert(1)</script>"'><img src=x onerror=alert(1)>]]>&amp;<!-- \u001b[2J\u0007\u0000 \ud800 \u202e\u2028 \r\n::error::x\r\n| % \`\`\` \\`

/**
 * What must be true of every reporter: it takes any run, from none to several, says the same of the same events, changes nothing, and keeps text text.
 * @param valid throws where a text is not of the format; `runs` tells how many reports are in it
 */
export function reporterLaws(
  format: ReportFormat,
  valid: (text: string, runs: readonly Report[]) => void | Promise<void>,
): readonly Law[] {
  const law = (title: string, check: () => void | Promise<void>): Law => ({
    title: `${format.name}: ${title}`,
    check: async () => check(),
  })
  const holds = async (reports: readonly Report[]): Promise<void> => valid(written(format, runsOf(reports)), reports)
  return [
    ...(format.alone ? [] : [law('no run at all is bearable', () => holds([]))]),
    ...Object.entries(samples()).map(([name, report]) => law(`${name} is valid`, () => holds([report]))),
    ...(format.alone ? [] : [law('several providers are valid', () => holds(Object.values(samples())))]),
    law('the same events give the same bytes', () => {
      const events = runsOf([samples()['a run with findings']])
      const [one, other] = [written(format, events), written(format, structuredClone(events))]
      if (one !== other) throw new Error('Two reporters wrote different texts of the same events.')
    }),
    law('no event is changed', () => {
      written(format, frozen(runsOf(Object.values(samples()).slice(0, format.alone ? 1 : undefined))))
    }),
    law('colours are used only where they may be', () => {
      const text = written(format, runsOf([samples()['a run with findings']]))
      if (text.includes('\u001b')) throw new Error('There is an escape sequence in what no terminal reads.')
    }),
    law('what a provider says stays text', async () => {
      const report = samples()['a run with findings']
      const worst = hostile(report)
      const text = written(format, runsOf([worst]))
      if (['\u0000', '\u0007', '\u001b'].some((control) => text.includes(control)))
        throw new Error('A control character is in the report.')
      await valid(text, [worst])
    }),
    law('nothing is written after the end', () => {
      let ended = false
      let late = false
      const reporter = format.reporter({ write: () => (late ||= ended) })
      for (const event of runsOf([samples()['a run that conforms']])) reporter.on(event)
      reporter.end()
      ended = true
      if (late) throw new Error('The reporter wrote after its end.')
    }),
  ]
}

/** All that a format writes of some events. */
export function written(format: ReportFormat, events: readonly CertifyEvent[]): string {
  let text = ''
  const reporter = format.reporter({
    write: (more) => {
      text += more
    },
    summarise: (more) => {
      text += more
    },
  })
  for (const event of events) reporter.on(event)
  reporter.end()
  return text
}

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

/** Reports of every sort of run. */
export function samples(): { readonly [name in (typeof names)[number]]: Report } {
  return {
    'a run that conforms': report({ rules: [rule('amount.required')] }),
    'a run with findings': report({
      verdict: 'findings',
      rules: [
        rule('amount.required'),
        rule('note.max-length', {
          kind: 'maxLength',
          at: '/note',
          parameters: { value: 20 },
          verdict: 'fail',
          failed: 2,
          findings: [finding()],
        }),
        rule('late', {
          verdict: 'fail',
          failed: 1,
          expected: true,
          findings: [{ ...finding(), case: 'refuses/late/1' }],
        }),
        rule('unseen', { verdict: 'not-tested', cases: 0, reason: 'No answer showed it.' }),
      ],
      expectedFailures: [
        { rule: 'late', outcome: 'failed' },
        { rule: 'gone', outcome: 'unknown' },
      ],
    }),
    'a run without rules': report({ rules: [] }),
    'an inconclusive run': report({ verdict: 'inconclusive', reason: 'The target could not be reached.', requests: 0 }),
    'an interrupted run': report({ verdict: 'inconclusive', complete: false, reason: 'The run was interrupted.' }),
  }
}

const names = [
  'a run that conforms',
  'a run with findings',
  'a run without rules',
  'an inconclusive run',
  'an interrupted run',
] as const

function report(more: Partial<Report>): Report {
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

function rule(id: string, more: Partial<RuleReport> = {}): RuleReport {
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

function finding(): Finding {
  return {
    case: 'refuses/note.max-length/1',
    says: 'A request with 21 characters at /note was accepted with 200.',
    expected: { outcome: 'refused', status: [422], says: 'It is refused with 422.' },
    observed: { status: 200, says: 'It was accepted with 200.' },
    request: {
      method: 'POST',
      url: 'http://127.0.0.1:4010/api/payments',
      headers: { 'X-Key': '<key>' },
      body: '{"note":"x"}',
    },
    response: { status: 200, headers: { 'content-type': 'application/json' }, body: '{"id":"1"}' },
    nearest: { body: '{"note":"y"}', differs: [{ at: '/note', accepted: 'y', sent: 'x' }] },
    blame: 'provider',
    evidence: [{ page: 'create', at: 'request/note' }],
    curl: 'body() { printf %s \'{"note":"x"}\'; }; body | curl -sS -i -X POST http://127.0.0.1:4010/api/payments --data-binary @-',
  }
}

/** The same report of a provider that answers in the worst way, and documents so. */
export function hostile(one: Report): Report {
  return {
    ...one,
    rules: one.rules.map((each) => ({
      ...each,
      says: HOSTILE,
      reading: HOSTILE,
      evidence: [{ page: HOSTILE, at: HOSTILE }],
      findings: each.findings.map((found) => ({
        ...found,
        says: HOSTILE,
        observed: { ...found.observed, says: HOSTILE },
        request: { ...found.request, headers: { [HOSTILE]: HOSTILE }, body: HOSTILE },
        response: { status: 200, headers: { 'content-type': HOSTILE, location: HOSTILE }, body: HOSTILE },
        nearest: { body: HOSTILE, differs: [{ at: HOSTILE, accepted: HOSTILE, sent: HOSTILE }] },
        curl: HOSTILE,
      })),
      ...(each.reason === undefined ? {} : { reason: HOSTILE }),
    })),
    notes: [{ says: HOSTILE }],
    created: [{ case: HOSTILE, reference: HOSTILE, id: HOSTILE }],
    documents: {
      title: HOSTILE,
      pages: [{ id: HOSTILE, title: HOSTILE, url: 'javascript:alert(1)' }],
      operations: [
        {
          id: HOSTILE,
          method: HOSTILE,
          path: HOSTILE,
          roles: [{ role: 'reference', at: `/${HOSTILE}` }],
          fields: [HOSTILE],
          answers: [{ status: '422', examples: [HOSTILE] }],
        },
      ],
      corrections: [{ defect: HOSTILE, says: HOSTILE, strength: 'documented', evidence: [] }],
    },
  }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const member of Object.values(value)) frozen(member)
  return Object.freeze(value)
}

import type {
  CaseFinishedEvent,
  CertifyEvent,
  RecordedExchange,
  Report,
  RuleReport,
  StartedEvent,
} from '@assay/certify'
import { report } from '../sample/report.ts'

/** A rule that passed. */
export const passed: RuleReport = {
  id: 'amount.required',
  verdict: 'pass',
  strength: 'documented',
  says: 'The amount is there.',
  evidence: [{ page: 'create', at: 'request/amount' }],
  cases: 2,
  failed: 0,
  findings: [],
}

/** A rule that failed twice. */
export const failed: RuleReport = {
  ...passed,
  id: 'note.max-length',
  verdict: 'fail',
  says: 'The note has at most 20 characters.',
  evidence: [{ page: 'create', at: 'request/note' }],
  failed: 2,
  findings: [
    {
      case: 'refuses/note.max-length/1',
      says: 'A request with 21 characters at /note (at most 20) was accepted with 200.',
      expected: {
        outcome: 'refused',
        status: [422],
        says: 'The note has at most 20 characters. So it is refused with 422.',
      },
      observed: { status: 200, says: 'It was accepted with 200.' },
      request: {
        method: 'POST',
        url: 'http://127.0.0.1:4010/payments',
        headers: { 'Content-Type': 'application/json' },
        body: '{"amount":"100","note":"xxxxxxxxxxxxxxxxxxxxx"}',
      },
      response: { status: 200, headers: {}, body: '{"id":"1"}' },
      blame: 'provider',
      evidence: [{ page: 'create', at: 'request/note' }],
      curl: `body() { printf %s '{"amount":"100"}'; }; body | curl -sS -i -X POST 'http://127.0.0.1:4010/payments' --data-binary @-`,
    },
  ],
}

/** A report, right but for the members given. */
export function reportWith(more: Partial<Report> = {}): Report {
  const target = 'http://127.0.0.1:4010'
  return report({ target, runId: 'run00001', rules: [passed], notes: [], created: [], ...more })
}

/** The last event of a run. */
export function finished(report: Report): CertifyEvent {
  return { type: 'finished', report }
}

/** The first event of a run. */
export function started(more: Partial<StartedEvent> = {}): StartedEvent {
  return {
    type: 'started',
    provider: 'small-till',
    target: 'http://127.0.0.1:4010',
    seed: 1,
    runId: 'run00001',
    level: 'standard',
    cases: 2,
    startedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  }
}

/** A case that was kept, with one exchange. */
export function caseFinished(more: Partial<CaseFinishedEvent> = {}): CaseFinishedEvent {
  return {
    type: 'case-finished',
    case: 'accepts/minimal',
    phase: 'accepts',
    way: 'the least that is valid',
    rules: ['amount.required'],
    outcome: 'kept',
    broken: [],
    exchanges: [exchange],
    ...more,
  }
}

/** An exchange as a record has it. */
export const exchange: RecordedExchange = {
  startedAt: '2026-01-01T00:00:00.100Z',
  durationMs: 12,
  request: {
    method: 'POST',
    url: 'http://127.0.0.1:4010/payments?lang=en',
    headers: { 'Content-Type': 'application/json', 'X-Key': '<key>' },
    body: '{"amount":"100"}',
  },
  response: { status: 200, headers: { 'content-type': 'application/json' }, body: '{"id":"1"}' },
}

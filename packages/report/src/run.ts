import type { CertifyEvent, Phase, Report } from '@assay/certify'

/** One case of a run in a few words: what reports keep of it when its exchanges are gone. */
export interface CaseRow {
  readonly case: string
  readonly phase: Phase
  readonly way: string
  readonly outcome: 'kept' | 'broken' | 'set-aside'
  readonly rules: readonly string[]
  readonly exchanges: number
  /** Milliseconds that its exchanges took together. */
  readonly durationMs: number
  /** The status of the first answer. */
  readonly status?: number
  readonly says?: string
}

/** A run that has ended. */
export interface Run {
  readonly report: Report
  readonly cases: readonly CaseRow[]
  /** Milliseconds spent on a rule, by its id: each case counts for the rule it is for. */
  readonly spentMs: ReadonlyMap<string, number>
}

/** Gathers the events of runs that follow each other. */
export interface RunGatherer {
  on(event: CertifyEvent): void
  readonly runs: readonly Run[]
}

/** A gatherer that has heard nothing yet. It keeps a line a case, and no exchange. */
export function runGatherer(): RunGatherer {
  const runs: Run[] = []
  let cases: CaseRow[] = []
  let spentMs = new Map<string, number>()
  return {
    runs,
    on(event) {
      if (event.type === 'case-finished') {
        const { phase, way, outcome, rules, exchanges, says } = event
        const durationMs = exchanges.reduce((sum, exchange) => sum + exchange.durationMs, 0)
        const status = exchanges[0]?.response?.status
        const row = { case: event.case, phase, way, outcome, rules, exchanges: exchanges.length, durationMs }
        cases.push({ ...row, ...(status === undefined ? {} : { status }), ...(says === undefined ? {} : { says }) })
        const [rule] = rules
        if (rule !== undefined) spentMs.set(rule, (spentMs.get(rule) ?? 0) + durationMs)
      }
      if (event.type !== 'finished') return
      runs.push({ report: event.report, cases, spentMs })
      cases = []
      spentMs = new Map()
    },
  }
}

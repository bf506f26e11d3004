import type { ExpectedFailure, RuleReport, Verdict } from './report.ts'

/** What became of each expected failure. */
export function expectedFailures(
  expected: readonly string[],
  rules: readonly RuleReport[],
): readonly ExpectedFailure[] {
  return expected.map((rule) => {
    const found = rules.find(({ id }) => id === rule)
    if (found === undefined) return { rule, outcome: 'unknown' }
    return { rule, outcome: found.verdict === 'fail' ? 'failed' : found.verdict === 'pass' ? 'passed' : 'not-tested' }
  })
}

/** What a verdict rests on. */
export interface VerdictInput {
  readonly rules: readonly RuleReport[]
  readonly expected: readonly ExpectedFailure[]
  readonly complete: boolean
  /** Whether any valid request was accepted. */
  readonly accepted: boolean
  /** Why nothing could be certified, where the doctor or the run found so. */
  readonly obstacle?: string
}

/** The verdict, and why where it is inconclusive. An unexpected failure is a finding, and so is an expectation that is stale. */
export function verdictOf(input: VerdictInput): { readonly verdict: Verdict; readonly reason?: string } {
  const failed = input.rules.some((rule) => rule.verdict === 'fail' && !rule.expected)
  const stale = input.expected.some(({ outcome }) => outcome === 'passed' || outcome === 'unknown')
  if (failed || (stale && input.complete && input.obstacle === undefined)) return { verdict: 'findings' }
  if (input.obstacle !== undefined) return { verdict: 'inconclusive', reason: input.obstacle }
  if (!input.complete) return { verdict: 'inconclusive', reason: 'The run was interrupted.' }
  if (!input.accepted && !input.rules.some(({ verdict }) => verdict === 'fail')) {
    return { verdict: 'inconclusive', reason: 'No valid request was accepted, so nothing can be said.' }
  }
  return { verdict: 'conforms' }
}

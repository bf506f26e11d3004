import type { RuleReport } from '@assay/certify'
import type { CTRFReport, Test } from 'ctrf'
import { fieldOf } from './field-of.ts'
import { findingText } from './finding-text.ts'
import type { ReportFormat } from './reporter.ts'
import type { Run } from './run.ts'
import { specsFile } from './specs-file.ts'
import { staleText } from './stale-text.ts'
import { tool } from './tool.ts'
import { whenEnded } from './when-ended.ts'

/** CTRF (Common Test Report Format): a test a rule, in suites by provider and field. */
export const ctrf: ReportFormat = {
  name: 'ctrf',
  alone: false,
  reporter: (output) => whenEnded(output, (runs) => `${JSON.stringify(ctrfOf(runs), null, 2)}\n`),
}

function ctrfOf(runs: readonly Run[]): CTRFReport {
  const tests = runs.flatMap(testsOf)
  const count = (wanted: Test['status']): number => tests.filter(({ status }) => status === wanted).length
  const starts = runs.map(({ report }) => Date.parse(report.startedAt))
  const ends = runs.map(({ report }, index) => (starts[index] ?? 0) + report.durationMs)
  return {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    generatedBy: 'assay',
    results: {
      tool,
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: count('pending'),
        other: count('other'),
        suites: new Set(tests.map(({ suite }) => suite?.join())).size,
        start: starts.length === 0 ? 0 : Math.min(...starts),
        stop: ends.length === 0 ? 0 : Math.max(...ends),
      },
      tests,
      extra: {
        runs: runs.map(({ report }) => {
          const { provider, target, verdict, complete, seed, level, runId, requests, contract } = report
          return { provider, target, verdict, complete, seed, level, runId, requests, contract }
        }),
      },
    },
  }
}

function testsOf({ report, spentMs }: Run): readonly Test[] {
  const { provider, rules, expectedFailures = [], verdict, reason, complete } = report
  const filePath = specsFile(provider)
  const extra = (name: string, message: string, status: Test['status']): Test => ({
    name,
    status,
    duration: 0,
    suite: [provider],
    message,
    filePath,
    type: 'contract',
  })
  return [
    ...rules.map(
      (rule): Test => ({
        name: rule.id,
        ...outcomeOf(rule),
        duration: spentMs.get(rule.id) ?? 0,
        suite: [provider, fieldOf(rule)],
        tags: [rule.strength, ...(rule.kind === undefined ? [] : [rule.kind])],
        type: 'contract',
        filePath,
        rawStatus: rule.verdict,
        extra: { says: rule.says, cases: rule.cases, failed: rule.failed, evidence: rule.evidence },
      }),
    ),
    ...expectedFailures.flatMap((one) => {
      const says = staleText(one)
      return says === undefined ? [] : [extra(`expected failure of ${one.rule}`, says, 'failed')]
    }),
    ...(verdict === 'inconclusive' || !complete
      ? [extra('verdict', reason ?? 'The run was interrupted.', 'other')]
      : []),
  ]
}

function outcomeOf(rule: RuleReport): Pick<Test, 'status' | 'message' | 'trace'> {
  const [first] = rule.findings
  if (rule.verdict === 'pass') return { status: 'passed' }
  if (rule.verdict === 'not-tested') return { status: 'skipped', message: rule.reason ?? 'Not tested.' }
  const message = first?.says ?? `${rule.failed} cases failed.`
  if (rule.expected) return { status: 'skipped', message: `Expected to fail: ${message}` }
  return { status: 'failed', message, trace: rule.findings.map((finding) => findingText(rule, finding)).join('\n\n') }
}

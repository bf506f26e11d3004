import type { Report, RuleReport } from '@assay/certify'
import { fieldOf } from './field-of.ts'
import { findingText } from './finding-text.ts'
import type { ReportFormat } from './reporter.ts'
import type { Run } from './run.ts'
import { specsFile } from './specs-file.ts'
import { staleText } from './stale-text.ts'
import { whenEnded } from './when-ended.ts'
import { xmlText } from './xml-text.ts'

/** JUnit XML: a suite a provider, a test a rule. Valid by the schema beside it, and by the stricter one of Jenkins. */
export const junit: ReportFormat = {
  name: 'junit',
  alone: false,
  reporter: (output) => whenEnded(output, junitXml),
}

/** One test; `child` is an element, escaped. */
interface TestCase {
  readonly name: string
  readonly classname: string
  readonly seconds: string
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped'
  readonly child?: string
}

function junitXml(runs: readonly Run[]): string {
  const suites = runs.map((run) => ({ run, cases: testCases(run) }))
  const all = suites.flatMap(({ cases }) => cases)
  const seconds = runs.reduce((sum, { report }) => sum + report.durationMs, 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="assay" tests="${all.length}" failures="${count(all, 'failure')}" errors="${count(all, 'error')}" time="${secondsOf(seconds)}">`,
    ...suites.flatMap(({ run, cases }) => suiteXml(run.report, cases)),
    '</testsuites>',
    '',
  ].join('\n')
}

function suiteXml(report: Report, cases: readonly TestCase[]): readonly string[] {
  const { provider, startedAt, durationMs } = report
  const numbers = `tests="${cases.length}" failures="${count(cases, 'failure')}" errors="${count(cases, 'error')}" skipped="${count(cases, 'skipped')}"`
  const properties: readonly (readonly [string, string | number | boolean])[] = [
    ['target', report.target],
    ['verdict', report.verdict],
    ['complete', report.complete],
    ['seed', report.seed],
    ['level', report.level],
    ['run', report.runId],
    ['requests', report.requests],
    ['contract.sha256', report.contract.sha256],
  ]
  return [
    `  <testsuite name="${xmlText(provider)}" ${numbers} time="${secondsOf(durationMs)}" timestamp="${xmlText(startedAt.replace(/\.\d+Z$|Z$/, ''))}" file="${xmlText(specsFile(provider))}">`,
    '    <properties>',
    ...properties.map(([name, value]) => `      <property name="${name}" value="${xmlText(String(value))}"/>`),
    '    </properties>',
    ...cases.flatMap(({ name, classname, seconds, child }) => {
      const head = `    <testcase name="${xmlText(name)}" classname="${xmlText(classname)}" time="${seconds}"`
      return child === undefined ? [`${head}/>`] : [`${head}>`, `      ${child}`, '    </testcase>']
    }),
    '  </testsuite>',
  ]
}

function testCases({ report, spentMs }: Run): readonly TestCase[] {
  const { provider, rules, expectedFailures = [], verdict, reason, complete } = report
  const ofRules = rules.map((rule): TestCase => {
    const place = { name: rule.id, classname: `${provider}.${fieldOf(rule).replaceAll(' ', '.')}` }
    return { ...place, seconds: secondsOf(spentMs.get(rule.id) ?? 0), ...outcomeOf(rule) }
  })
  const stale = expectedFailures.flatMap((one): readonly TestCase[] => {
    const says = staleText(one)
    const place = {
      name: `expected failure of ${one.rule}`,
      classname: `${provider}.expected-failures`,
      seconds: '0.000',
    }
    return says === undefined ? [] : [{ ...place, outcome: 'failure', child: element('failure', says, 'stale', says) }]
  })
  const undecided = verdict === 'inconclusive' || !complete
  const says = reason ?? 'The run was interrupted.'
  const place = { name: 'verdict', classname: provider, seconds: '0.000' }
  return [
    ...ofRules,
    ...stale,
    ...(undecided
      ? [{ ...place, outcome: 'error' as const, child: element('error', says, 'inconclusive', says) }]
      : []),
  ]
}

function outcomeOf(rule: RuleReport): Pick<TestCase, 'outcome' | 'child'> {
  const [first] = rule.findings
  if (rule.verdict === 'pass') return { outcome: 'passed' }
  if (rule.verdict === 'not-tested')
    return { outcome: 'skipped', child: element('skipped', rule.reason ?? 'Not tested.') }
  const says = first?.says ?? `${rule.failed} cases failed.`
  if (rule.expected) return { outcome: 'skipped', child: element('skipped', `Expected to fail: ${says}`) }
  const text = rule.findings.map((finding) => findingText(rule, finding)).join('\n\n')
  return { outcome: 'failure', child: element('failure', says, first?.blame ?? 'provider', text) }
}

function element(name: string, message: string, type?: string, text?: string): string {
  const start = `<${name}${type === undefined ? '' : ` type="${xmlText(type)}"`} message="${xmlText(message)}"`
  return text === undefined ? `${start}/>` : `${start}>${xmlText(text)}</${name}>`
}

function count(cases: readonly TestCase[], wanted: TestCase['outcome']): number {
  return cases.filter(({ outcome }) => outcome === wanted).length
}

function secondsOf(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}

import type { Report, RuleReport } from '@assay/certify'
import type { ReportFormat } from './reporter.ts'
import { runGatherer } from './run.ts'
import { specsFile } from './specs-file.ts'
import { staleText } from './stale-text.ts'

/** A job shows no more annotations of a kind than this; the others stand in the summary. */
const SHOWN = 10

/** GitHub Actions: an annotation a failed rule, and a summary in Markdown on the page of the job. */
export const github: ReportFormat = {
  name: 'github',
  alone: false,
  reporter({ write, summarise }) {
    const gatherer = runGatherer()
    return {
      on: (event) => gatherer.on(event),
      end() {
        const reports = gatherer.runs.map(({ report }) => report)
        for (const line of reports.flatMap(annotationsOf)) write(`${line}\n`)
        summarise?.(summaryOf(reports))
      },
    }
  },
}

function annotationsOf(report: Report): readonly string[] {
  const { provider, rules, expectedFailures = [], reason, complete } = report
  const failed = rules.filter(({ verdict }) => verdict === 'fail')
  const unexpected = failed.filter(({ expected }) => expected !== true)
  const title = (text: string): string => `file=${propertyText(specsFile(provider))},title=${propertyText(text)}`
  const line = (rule: RuleReport, level: 'error' | 'notice'): string => {
    const [finding] = rule.findings
    const says = finding?.says ?? `${rule.failed} cases failed.`
    return `::${level} ${title(`${provider}: ${rule.id}`)}::${dataText(`${says}\nRule: ${rule.says}${finding?.curl === undefined ? '' : `\nAgain: ${finding.curl}`}`)}`
  }
  const more = unexpected.length - SHOWN
  return [
    ...unexpected.slice(0, SHOWN).map((rule) => line(rule, 'error')),
    ...(more > 0 ? [`::error ${title(provider)}::${more} more rules fail; the summary of the job names them.`] : []),
    ...failed.filter(({ expected }) => expected).map((rule) => line(rule, 'notice')),
    ...expectedFailures.flatMap((one) => {
      const says = staleText(one)
      return says === undefined ? [] : [`::error ${title(`${provider}: expected failures`)}::${dataText(says)}`]
    }),
    ...(reason === undefined && complete
      ? []
      : [`::warning ${title(provider)}::${dataText(reason ?? 'The run was interrupted.')}`]),
  ]
}

/** The message of a workflow command. */
function dataText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** A property of a workflow command. */
function propertyText(text: string): string {
  return dataText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function summaryOf(reports: readonly Report[]): string {
  const rows = reports.map(({ provider, verdict, complete, summary, requests, durationMs }) => {
    const cells = [
      provider,
      complete ? verdict : `${verdict}, interrupted`,
      summary.pass,
      summary.fail,
      summary.notTested,
      summary.cases,
      requests,
      `${(durationMs / 1000).toFixed(1)} s`,
    ]
    return `| ${cells.map((cell) => markdownText(String(cell))).join(' | ')} |`
  })
  const findings = reports.flatMap((report) =>
    report.rules.filter(({ verdict }) => verdict === 'fail').map((rule) => findingMarkdown(report.provider, rule)),
  )
  return [
    '## Assay',
    '',
    '| provider | verdict | pass | fail | not tested | cases | requests | time |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    ...reports.flatMap(({ provider, reason }) =>
      reason === undefined ? [] : [`**${markdownText(provider)}**: ${markdownText(reason)}`, ''],
    ),
    ...findings,
    '',
  ].join('\n')
}

function findingMarkdown(provider: string, rule: RuleReport): string {
  const [finding] = rule.findings
  const expected = rule.expected ? ' (expected)' : ''
  const says = finding === undefined ? `${rule.failed} cases failed.` : finding.says
  const lines = [
    `<details><summary><b>${markdownText(provider)}: ${markdownText(rule.id)}</b>${expected} ${markdownText(says)}</summary>`,
    '',
  ]
  if (finding !== undefined) {
    lines.push(fenced(`${finding.request.method} ${finding.request.url}\n${finding.request.body}`))
    if (finding.response !== undefined) lines.push(fenced(`${finding.response.status}\n${finding.response.body}`))
    if (finding.curl !== undefined) lines.push(fenced(finding.curl))
  }
  return [...lines, '</details>'].join('\n')
}

/** Text that Markdown and HTML take for nothing but text. */
function markdownText(text: string): string {
  return text
    .replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`)
    .replace(/[\\`*_{}[\]()#+!|~@-]/g, '\\$&')
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
}

/** A block of code, its fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}\n`
}

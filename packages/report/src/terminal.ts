import type { Report } from '@assay/certify'
import pc from 'picocolors'
import type { Colors } from 'picocolors/types.js'
import { findingLines } from './finding-lines.ts'
import { fitted } from './fitted.ts'
import { phaseLines } from './phase-lines.ts'
import type { ReportFormat } from './reporter.ts'
import { runGatherer } from './run.ts'
import { staleText } from './stale-text.ts'

/** Several providers stand in columns: wide enough for most ids, and for most verdicts. */
const NAME_WIDTH = 25
const VERDICT_WIDTH = 8

/** Plain text for people: of each provider a line, a small table of its phases, what was found, in five lines each, and a summary at the end. */
export const terminal: ReportFormat = {
  name: 'terminal',
  alone: false,
  reporter({ write, width, colours = false }) {
    const style = pc.createColors(colours)
    const gatherer = runGatherer()
    const line = (text: string): void => write(`${text}\n`)
    return {
      on(event) {
        gatherer.on(event)
        if (event.type !== 'finished') return
        const { report } = event
        line(headLine(report, style, width))
        if (report.reason !== undefined) line(fitted(`  ${report.reason}`, width))
        for (const text of phaseLines(gatherer.runs.at(-1)?.cases ?? [], width)) line(style.dim(text))
        for (const rule of report.rules) {
          if (rule.verdict !== 'fail') continue
          for (const text of findingLines(rule, { ...(width === undefined ? {} : { width }), style })) line(text)
        }
        for (const expected of report.expectedFailures ?? []) {
          const stale = staleText(expected)
          if (stale !== undefined) line(fitted(`  ${stale}`, width))
        }
      },
      end() {
        const reports = gatherer.runs.map(({ report }) => report)
        if (reports.length > 1) line(summaryOf(reports))
      },
    }
  },
}

function headLine(report: Report, style: Colors, width: number | undefined): string {
  const paint = report.verdict === 'conforms' ? style.green : report.verdict === 'findings' ? style.red : style.yellow
  // Painted after it was cut: what colours a text is no part of its width.
  const [name, verdict] = [report.provider.padEnd(NAME_WIDTH), verdictOf(report).padEnd(VERDICT_WIDTH)]
  return `${style.bold(name)}  ${paint(verdict)}  ${fitted(countsOf(report), width, name.length + verdict.length + 4)}`
}

function verdictOf({ verdict, complete }: Report): string {
  return complete ? verdict : `${verdict}, interrupted`
}

function countsOf({ summary, requests, durationMs }: Report): string {
  const rules = `rules ${summary.pass} pass, ${summary.fail} fail, ${summary.notTested} not tested`
  return `${rules} · ${summary.cases} cases · ${requests} requests · ${(durationMs / 1000).toFixed(1)} s`
}

function summaryOf(reports: readonly Report[]): string {
  const count = (verdict: Report['verdict']): number => reports.filter((report) => report.verdict === verdict).length
  const sum = (of: (report: Report) => number): number => reports.reduce((total, report) => total + of(report), 0)
  const verdicts = `${count('conforms')} conform, ${count('findings')} with findings, ${count('inconclusive')} inconclusive`
  return `${reports.length} providers: ${verdicts} · ${sum(({ summary }) => summary.cases)} cases · ${sum(({ requests }) => requests)} requests`
}

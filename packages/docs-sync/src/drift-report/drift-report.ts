import type { CheckResult } from '../check/check-provider.ts'
import type { Updated } from '../update/update-provider.ts'
import { driftJson } from './drift-json.ts'
import { driftMarkdown } from './drift-markdown.ts'
import { driftTerminal } from './drift-terminal.ts'

/** What a report speaks of: a check, and what an update then did. */
export interface DriftOutcome {
  readonly check: CheckResult
  readonly updated?: Omit<Updated, 'check'>
}

/** How a report is written. */
export interface DriftReportOptions {
  readonly colours: boolean
}

/** A form of report: its name and the text it makes of outcomes. */
export interface DriftReportFormat {
  readonly name: string
  readonly write: (outcomes: readonly DriftOutcome[], options: DriftReportOptions) => string
}

/** Every form of report on drift. */
export const driftReportFormats: readonly DriftReportFormat[] = [
  { name: 'terminal', write: driftTerminal },
  { name: 'json', write: driftJson },
  { name: 'markdown', write: driftMarkdown },
]

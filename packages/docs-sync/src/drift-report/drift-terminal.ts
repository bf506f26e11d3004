import pc from 'picocolors'
import type { ReportedChange } from '../check/check-provider.ts'
import { type ChangeLevel, isWording } from '../drift/change.ts'
import { decisions } from './decisions.ts'
import type { DriftOutcome, DriftReportOptions } from './drift-report.ts'
import { clientSentence, headline } from './headline.ts'

/** The report for a person at a terminal. */
export function driftTerminal(outcomes: readonly DriftOutcome[], { colours }: DriftReportOptions): string {
  const paint = pc.createColors(colours)
  const colour: Readonly<Record<ChangeLevel, (text: string) => string>> = {
    breaking: paint.red,
    additive: paint.yellow,
    editorial: paint.dim,
  }
  const lines: string[] = []
  for (const { check, updated } of outcomes) {
    lines.push(`${paint.bold(check.provider)}: ${headline(check)}`)
    if (!('changes' in check)) continue
    for (const change of check.changes) {
      const line = change.line === undefined ? '' : `:${change.line}`
      lines.push(
        `  ${colour[change.level]((isWording(change) ? 'wording' : change.level).padEnd(9))} ${change.says} ${paint.dim(`[${change.page}${line}]`)}`,
      )
      lines.push(...touches(change).map((touched) => `            ${paint.dim(touched)}`))
    }
    for (const { message, place, line } of check.problems)
      lines.push(`  ${paint.dim(`note      ${place}${line === undefined ? '' : `:${line}`}: ${message}`)}`)
    if (check.plan !== undefined) {
      for (const { heading, lines: each } of decisions(check.plan))
        lines.push(`  ${heading}`, ...each.map((one) => `    ${one}`))
      lines.push(`  ${clientSentence(check.plan.client)}`)
    }
    if (check.obstacle !== undefined && updated === undefined)
      lines.push(`  An update cannot do it alone. ${check.obstacle}`)
    if (updated?.refused !== undefined) lines.push(`  ${paint.red('Nothing was written.')} ${updated.refused}`)
    for (const path of updated?.written ?? []) lines.push(`  written: ${path}`)
  }
  return `${lines.join('\n')}\n`
}

function touches({ rules, types, corrections }: ReportedChange): readonly string[] {
  const named = corrections.map(
    ({ action, defect, file }) => `${file} action ${action}${defect === undefined ? '' : ` (${defect})`}`,
  )
  return [
    ...(rules.length === 0 ? [] : [`rules: ${rules.join(', ')}`]),
    ...(types.length === 0 ? [] : [`types: ${types.join(', ')}`]),
    ...(named.length === 0 ? [] : [`corrections: ${named.join(', ')}`]),
  ]
}

import type { ReportedChange } from '../check/check-provider.ts'
import { isWording } from '../drift/change.ts'
import { decisions } from './decisions.ts'
import type { DriftOutcome } from './drift-report.ts'
import { clientSentence, headline } from './headline.ts'

/** The report for a pull request (GitHub Flavored Markdown). */
export function driftMarkdown(outcomes: readonly DriftOutcome[]): string {
  const parts = outcomes.map(({ check, updated }) => {
    const lines = [`## ${check.provider}`, '', plain(headline(check))]
    if (!('changes' in check)) return lines
    const structure = check.changes.filter((change) => !isWording(change))
    if (structure.length > 0)
      lines.push(
        '',
        '| level | change | place | rules | client types | corrections |',
        '| --- | --- | --- | --- | --- | --- |',
        ...structure.map(row),
      )
    const wording = check.changes.filter(isWording)
    if (wording.length > 0)
      lines.push('', '### Other words', '', ...wording.map((change) => `- ${code(change.place)}${rulesOf(change)}`))
    if (check.plan !== undefined) {
      for (const { heading, lines: each } of decisions(check.plan))
        lines.push('', `### ${heading}`, '', ...each.map((one) => `- ${plain(one)}`))
      lines.push('', `**${clientSentence(check.plan.client)}**`)
    }
    if (check.problems.length > 0)
      lines.push(
        '',
        '### Left open by the page',
        '',
        ...check.problems.map(
          ({ message, line }) => `- ${line === undefined ? '' : `line ${line}: `}${plain(message)}`,
        ),
      )
    const refused = updated?.refused ?? check.obstacle
    if (refused !== undefined) lines.push('', `**Nothing was written.** ${plain(refused)}`)
    return lines
  })
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function row(change: ReportedChange): string {
  const { level, says, page, line, rules, types, corrections } = change
  const named = corrections.map(({ action, defect }) => defect ?? `action ${action}`)
  const cells = [
    level,
    plain(says),
    `${page}${line === undefined ? '' : `, line ${line}`}`,
    rules.map(code).join(', '),
    types.map(code).join(', '),
    named.join(', '),
  ]
  return `| ${cells.join(' | ')} |`
}

function rulesOf({ rules }: ReportedChange): string {
  return rules.length === 0 ? '' : `: look at ${rules.map(code).join(', ')}`
}

/** A text of the page in a cell or line: nothing in it is Markdown, a mention or a link. */
function plain(text: string): string {
  return text
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>|~]/g, String.raw`\$&`)
    .replaceAll(/[@#](?=\w)/g, '$&\u200b')
    .replaceAll('://', ':\u200b//')
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('|', String.raw`\|`)}\``
}

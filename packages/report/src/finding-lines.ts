import type { RuleReport } from '@assay/certify'
import type { Colors } from 'picocolors/types.js'
import { fitted, visible } from './fitted.ts'

/** How wide lines may be, and how they are painted. */
interface Look {
  readonly width?: number
  readonly style: Colors
}

/** A failed rule in five lines: what is wrong, where the rule stands, the smallest request, what had to come and what came, and how to see it again. */
export function findingLines(rule: RuleReport, { width, style }: Look): readonly string[] {
  const [finding] = rule.findings
  if (finding === undefined) return []
  const others = rule.failed > 1 ? ` (${rule.failed} cases)` : ''
  const mark = rule.expected ? 'expected' : finding.blame === 'provider' ? 'fail' : `fail, ${finding.blame}`
  const { expected, observed, request } = finding
  const head = `${rule.id}${others}: ${finding.says}`
  const line = (name: string, text: string): string => `    ${style.dim(name.padEnd(10))}${fitted(text, width, 14)}`
  return [
    `  ${(rule.expected ? style.yellow : style.red)(mark)}  ${fitted(head, width, mark.length + 4)}`,
    line('stands', placesOf(rule)),
    line('request', `${request.method} ${request.url} ${request.body}`),
    line(
      'expected',
      `${expected.status === undefined ? '' : `${expected.status.join(' or ')}: `}${expected.says} Observed: ${observed.says}`,
    ),
    // Never cut: it is there to be pasted.
    `    ${style.dim('again'.padEnd(10))}${visible(finding.curl ?? 'no line can repeat it')}`,
  ]
}

function placesOf({ evidence, strength, says }: RuleReport): string {
  const places = evidence.map(({ page, at }) => `${page}, ${at}`).join('; ')
  return places === '' ? says : `${places} (${strength})`
}

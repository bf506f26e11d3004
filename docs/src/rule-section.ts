import type { Operation, Rule } from '@assay/contract'
import { plain } from './plain.ts'

const OUTCOMES: Record<Rule['outcome'], string> = {
  'must-refuse': 'the request must be refused',
  'must-hold': 'the provider must keep it',
  unspecified: 'nobody is blamed; the report says what the provider does',
}

/** Everything a contract says about a rule, as Markdown under a heading of its own. */
export function ruleSection(rule: Rule, operation: Operation): string {
  const facts: [string, string][] = [
    ['Speaks of', `the ${rule.side}, ${rule.at === '' ? 'as a whole' : `<code>${plain(rule.at)}</code>`}`],
    ['Kind', `<code>${plain(rule.kind)}</code>`],
    ['Stands', placesOf(rule)],
    ['If broken', OUTCOMES[rule.outcome]],
  ]
  if (rule.also) facts.push(['Also named', rule.also.map((id) => `<code>${plain(id)}</code>`).join(', ')])
  if (rule.reading) facts.push(['Reading', plain(rule.reading)])
  return [
    `### ${plain(rule.id)}`,
    plain(rule.says),
    ['| | |', '| --- | --- |', ...facts.map(([name, text]) => `| ${name} | ${text} |`)].join('\n'),
    ...documentedAnswer(rule, operation),
  ].join('\n\n')
}

function placesOf({ strength, evidence }: Rule): string {
  const places = evidence.map(({ page, at }) => `${plain(page)}, <code>${plain(at)}</code>`)
  return places.length === 0 ? strength : `${strength}: ${places.join('; ')}`
}

function documentedAnswer({ answer }: Rule, operation: Operation): string[] {
  if (answer === undefined) return []
  const status = answer.status.length === 0 ? 'a 4xx' : answer.status.join(' or ')
  const example = operation.answers
    .flatMap(({ examples }) => examples ?? [])
    .find(({ name }) => name === answer.example)
  if (example === undefined) return [`Comes back: ${status}.`]
  return [
    `Comes back: ${status}, ${plain(example.name)}.`,
    `\`\`\`json\n${JSON.stringify(example.value, null, 2)}\n\`\`\``,
  ]
}

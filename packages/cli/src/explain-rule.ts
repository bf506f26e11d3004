import { type Operation, type Rule, stringifyJson } from '@assay/contract'
import type { RuleInPlace } from './find-rule.ts'
import { premiseText } from './premise-text.ts'
import { type RuleExample, ruleExample } from './rule-example.ts'
import { wrapText } from './wrap-text.ts'

const LABEL_WIDTH = 16

/** What stays on one line, because every blank of it counts. */
const verbatim: readonly string[] = ['Kept by', 'Broken by', 'Comes back']

/** All there is to know about a rule, for a reader. @param now Unix time in milliseconds */
export async function explainRule(place: RuleInPlace, now: number, width: number): Promise<string> {
  const { contract, operation, rule } = place
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Says', rule.says],
    [
      'Speaks of',
      `${rule.side === 'request' ? 'the request' : 'the answer'}, ${rule.at === '' ? 'the whole body' : rule.at} (kind: ${rule.kind})`,
    ],
    ['Stands', standing(rule)],
    ['Also named', rule.also?.join(', ')],
    ['Reading', rule.reading],
    ['Applies when', rule.when === undefined || rule.when.length === 0 ? undefined : premiseText(rule.when)],
    ['If broken', consequence(rule)],
    ...testing(rule, await ruleExample(place, now)),
    ['Comes back', comesBack(operation, rule)],
  ]
  const indent = ' '.repeat(LABEL_WIDTH + 2)
  const text = lines.flatMap(([label, value]) =>
    value === undefined
      ? []
      : [`  ${label.padEnd(LABEL_WIDTH)}${verbatim.includes(label) ? value : wrapText(value, width, indent)}\n`],
  )
  return `${rule.id} · ${contract.provider}, ${operation.method} ${operation.path}\n${text.join('')}`
}

function standing({ strength, evidence }: Rule): string {
  const places = evidence.map(({ page, at }) => `${page} at ${at}`)
  return [strength, ...places].join(', ')
}

function consequence({ kind, outcome, side }: Rule): string {
  if (kind === 'not-checkable') return 'nothing can be observed'
  if (outcome === 'unspecified') return 'nothing is documented: either way passes, and the report says which'
  return side === 'request' ? 'the request must be refused' : 'the provider does not conform'
}

function testing(
  rule: Rule,
  { breaking, edges, keeps, breaks }: RuleExample,
): readonly (readonly [string, string | undefined])[] {
  const { reason } = rule.parameters
  if (rule.kind === 'not-checkable') return [['Not tested', typeof reason === 'string' ? reason : undefined]]
  if (rule.side === 'answer') {
    const statuses = rule.responses?.join(', ') ?? 'success'
    return [
      ['Tested by', `every answer ${statuses} is judged`],
      ['Kept by', keeps],
      ['Broken by', breaks],
    ]
  }
  const none = typeof reason === 'string' ? reason : 'no request that can be made breaks it by itself'
  return [
    ['Tested by', breaking.length === 0 ? none : breaking.join('; ')],
    ['At its edge', edges.length === 0 ? undefined : edges.join('; ')],
    ['Kept by', keeps],
    [
      'Broken by',
      breaks === undefined
        ? undefined
        : breaks === keeps
          ? 'the same body: it is the way of sending that is wrong'
          : breaks,
    ],
  ]
}

function comesBack(operation: Operation, { answer, side, outcome, kind }: Rule): string | undefined {
  if (side === 'answer' || kind === 'not-checkable') return undefined
  if (answer === undefined) return outcome === 'must-refuse' ? 'any 4xx: no page tells which' : undefined
  const { status, example: name } = answer
  const code = status.length === 0 ? '4xx' : status.join(' or ')
  if (name === undefined) return code
  const named = operation.answers.flatMap(({ examples, status: at }) => examples.map((example) => ({ ...example, at })))
  const example =
    named.find((candidate) => candidate.name === name && status.map(String).includes(candidate.at)) ??
    named.find((candidate) => candidate.name === name)
  return example === undefined ? `${code} ${name}` : `${code} ${name}: ${stringifyJson(example.value)}`
}

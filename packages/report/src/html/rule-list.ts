import type { Note, RuleReport } from '@assay/certify'
import type { Run } from '../run.ts'
import { rulesByField } from './coverage-picture.ts'
import { limitOf } from './documented-limit.ts'
import { evidenceText } from './finding-card.ts'
import { type Child, type Markup, markup } from './markup.ts'
import { sideTaken } from './side-taken.ts'
import { anchorOf, countText } from './text-of.ts'
import { sign, standingNames, standingOf } from './verdict.ts'

/** Every rule, by the field it speaks of. */
export function ruleList(run: Run): Markup {
  return markup`${[...rulesByField(run.report.rules)].map(
    ([
      field,
      rules,
    ]) => markup`<section class="group"><h4>${field} <span class="quiet">${countText(rules.length, 'rule')}</span></h4>
${rules.map((rule) => ruleEntry(run, rule))}</section>`,
  )}`
}

function ruleEntry({ report: { provider, notes }, cases }: Run, rule: RuleReport): Markup {
  const standing = standingOf(rule)
  const limit = limitOf(rule)
  const told = notes.filter((note) => note.rule === rule.id && !retold(note))
  const rows: readonly (readonly [string, Child])[] = [
    ['Stands', rule.evidence.length === 0 ? 'nowhere: every provider owes it' : evidenceText(rule)],
    ...(rule.kind === undefined ? [] : [['Kind', kindText(rule)] as const]),
    ...(rule.answer === undefined ? [] : [['Documented error', answerText(rule.answer)] as const]),
    ...(limit === undefined
      ? []
      : [
          [
            'Documented limit',
            limit.documented === undefined ? 'no page tells' : `${limit.direction} ${limit.documented}`,
          ] as const,
          ['Measured', limit.measured ?? 'not shown'] as const,
        ]),
    ...(rule.reading === undefined ? [] : [['Reading', rule.reading] as const]),
    ...(rule.reading === undefined && rule.open === undefined
      ? []
      : [['The provider', sideTaken(rule, cases)] as const]),
    ['Tested', rule.cases === 0 ? 'not at all' : `by ${countText(rule.cases, 'case')}, ${rule.failed} failed`],
    ...(rule.reason === undefined ? [] : [['Why not', rule.reason] as const]),
    ...told.map((note) => ['Note', note.says] as const),
    ...(rule.verdict === 'fail'
      ? [
          [
            'Findings',
            markup`<a href="#${anchorOf('finding', provider, rule.id)}">${countText(rule.findings.length, 'finding')} shown</a>`,
          ] as const,
        ]
      : []),
  ]
  return markup`<details class="rule ${standing}" id="${anchorOf(provider, rule.id)}" data-filter="${standing}">
<summary>${sign(standing, false)}<span class="unseen">${standingNames[standing]}: </span><code>${rule.id}</code><span class="rule-text">${rule.says}</span><span class="strength">${rule.strength}</span></summary>
<dl>${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></details>`
}

/** What stands in a row of its own is no note. */
function retold({ says }: Note): boolean {
  return says.startsWith('Reading: ') || says.startsWith('Documented: ') || says.startsWith('The documents leave open')
}

function kindText({ kind, side, at, operation }: RuleReport): Markup {
  return markup`<code>${kind}</code> of the ${side === 'answer' ? 'answer' : 'request'}${at !== undefined && at !== '' && markup`, at <code>${at}</code>`}${operation !== undefined && markup`, in ${operation}`}`
}

function answerText({ status, example }: NonNullable<RuleReport['answer']>): string {
  const statuses = status.length === 0 ? 'any 4xx' : status.join(' or ')
  return example === undefined ? statuses : `${statuses}, ${example}`
}

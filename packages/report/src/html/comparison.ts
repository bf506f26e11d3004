import type { DocumentedOperation, Report, RuleReport } from '@assay/certify'
import { limitOf } from './documented-limit.ts'
import { type Child, type Markup, markup } from './markup.ts'
import { anchorOf } from './text-of.ts'
import { sign, standingOf } from './verdict.ts'

/** A question asked of every provider, and how its report answers it. */
interface Question {
  readonly group: string
  readonly asks: string
  answer(report: Report): Child
}

type Role = DocumentedOperation['roles'][number]['role']

/** The same questions to every provider, side by side: asked of what the reports say of roles, kinds and answers. */
export function comparison(reports: readonly Report[]): Markup {
  const groups = [...new Set(questions.map(({ group }) => group))]
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Comparison of the providers"><table class="comparison"><thead><tr><th scope="col">Question</th>${reports.map(
    (report) =>
      markup`<th scope="col">${sign(report.verdict === 'conforms' ? 'pass' : report.verdict === 'findings' ? 'fail' : 'open')} <a href="#${anchorOf(report.provider)}">${report.provider}</a></th>`,
  )}</tr></thead>${groups.map(
    (group) =>
      markup`<tbody><tr class="band"><th scope="rowgroup" colspan="${reports.length + 1}">${group}</th></tr>${questions
        .filter((question) => question.group === group)
        .map(
          ({ asks, answer }) =>
            markup`<tr><th scope="row">${asks}</th>${reports.map((report) => markup`<td>${answer(report) || markup`<span class="quiet">–</span>`}</td>`)}</tr>`,
        )}</tbody>`,
  )}</table></div>`
}

const questions: readonly Question[] = [
  {
    group: 'Call',
    asks: 'Where is it sent?',
    answer: ofOperations(({ method, path }) => markup`<code>${method} ${path}</code>`),
  },
  { group: 'Call', asks: 'In which media type?', answer: ofOperations(({ contentType }) => contentType) },
  {
    group: 'Call',
    asks: 'How many fields has it?',
    answer: ofOperations(({ fields }) => (fields.length === 0 ? undefined : String(fields.length))),
  },
  {
    group: 'Credentials',
    asks: 'In which headers?',
    answer: ofOperations(({ signing }) => signing?.headers.map((name) => markup`<code>${name}</code> `)),
  },
  {
    group: 'Credentials',
    asks: 'How is it signed?',
    answer: ofOperations(({ signing }) =>
      signing === undefined
        ? 'not at all'
        : signing.algorithm === undefined
          ? 'a key alone'
          : `${signing.algorithm}, ${signing.encoding}`,
    ),
  },
  {
    group: 'Credentials',
    asks: 'What is signed?',
    answer: ofOperations(({ signing }) => signing?.message?.map((part) => part.replaceAll('-', ' ')).join(' + ')),
  },
  {
    group: 'Credentials',
    asks: 'Are wrong ones refused?',
    answer: ofRules(({ kind }) => kind === 'key' || kind === 'signature'),
  },
  { group: 'Amount', asks: 'In which field?', answer: fieldsOf('amount') },
  { group: 'Amount', asks: 'What is the smallest?', answer: limitsAt('amount', /least|more/) },
  { group: 'Amount', asks: 'What is the largest?', answer: limitsAt('amount', /most|less/, /places/) },
  {
    group: 'Amount',
    asks: 'Are more decimals than the currency has refused?',
    answer: ofRules(({ kind = '' }) => kind === 'decimal-places'),
  },
  { group: 'Reference', asks: 'In which field?', answer: fieldsOf('reference') },
  {
    group: 'Reference',
    asks: 'Must it be unique?',
    answer: ofRules(({ kind }) => kind === 'unique', 'no page asks for it'),
  },
  { group: 'Reference', asks: 'How long may it be?', answer: limitsAt('reference', /most|less/) },
  { group: 'Lifetime', asks: 'Given how?', answer: lifetimeForms },
  { group: 'Lifetime', asks: 'What is the shortest?', answer: lifetimeLimits('minimum') },
  { group: 'Lifetime', asks: 'What is the longest?', answer: lifetimeLimits('maximum') },
  {
    group: 'Errors',
    asks: 'Which statuses are documented?',
    answer: ofOperations(({ answers }) => {
      const errors = answers.filter(({ status }) => /^[45]/.test(status))
      return errors.length === 0 ? undefined : errors.map(({ status }) => status).join(', ')
    }),
  },
  {
    group: 'Errors',
    asks: 'How many errors have a name?',
    answer: ofOperations(({ answers }) => {
      const names = answers.filter(({ status }) => /^[45]/.test(status)).flatMap(({ examples }) => examples)
      return names.length === 0 ? undefined : String(names.length)
    }),
  },
  { group: 'Errors', asks: 'Is malformed JSON refused?', answer: ofRules(({ kind }) => kind === 'well-formed-body') },
  {
    group: 'Documents',
    asks: 'How many corrections do they need?',
    answer: ({ documents }) => (documents === undefined ? undefined : String(documents.corrections.length)),
  },
  {
    group: 'Documents',
    asks: 'How many rules are written down, not only shown?',
    answer: ({ rules }) => {
      const own = rules.filter(({ kind }) => kind !== undefined)
      return `${own.filter(({ strength }) => strength === 'documented').length} of ${own.length}`
    },
  },
]

function ofOperations(answer: (operation: DocumentedOperation) => Child): (report: Report) => Child {
  return ({ documents }) => {
    const answers = (documents?.operations ?? []).map(answer).filter((one) => one !== undefined && one !== '')
    return answers.length === 0 ? undefined : answers.map((one) => markup`<div>${one}</div>`)
  }
}

function fieldsOf(role: Role): (report: Report) => Child {
  return ofOperations(({ roles }) => {
    const places = [...new Set(roles.filter((one) => one.role === role).map(({ at }) => pathOf(at)))]
    return places.length === 0 ? undefined : places.map((place) => markup`<code>${place}</code> `)
  })
}

function ofRules(wanted: (rule: RuleReport) => boolean, none?: string): (report: Report) => Child {
  return ({ provider, rules }) => {
    const found = rules.filter((rule) => wanted(rule))
    return found.length === 0
      ? none
      : found.map((rule) => markup`<div>${sign(standingOf(rule))} ${ruleLink(provider, rule)}${answered(rule)}</div>`)
  }
}

function answered({ open, answer, verdict }: RuleReport): string {
  if (open !== undefined) return open.accepted === 0 ? ', refused though left open' : ', left open and accepted'
  if (verdict !== 'pass') return ''
  return answer === undefined || answer.status.length === 0 ? ', any 4xx' : `, ${answer.status.join(' or ')}`
}

function limitsAt(role: Role, direction: RegExp, except?: RegExp): (report: Report) => Child {
  return ({ provider, rules, documents }) => {
    const places = new Set(
      (documents?.operations ?? []).flatMap(({ roles }) =>
        roles.filter((one) => one.role === role).map(({ at }) => at),
      ),
    )
    const limits = rules
      .filter(({ at, kind = '' }) => at !== undefined && places.has(at) && !except?.test(kind))
      .map(limitOf)
      .filter((limit) => limit !== undefined)
      .filter((limit) => direction.test(limit.direction))
    return limits.length === 0
      ? 'no page tells'
      : limits.map(({ rule, direction: words, documented, measured }) => {
          const text =
            documented === undefined
              ? measured === undefined
                ? 'not stated'
                : `${measured}, measured`
              : `${words} ${documented}${/length/i.test(rule.kind ?? '') ? ' characters' : ''}`
          return markup`<div>${text} <span class="quiet">${ruleLink(provider, rule)}</span></div>`
        })
  }
}

function lifetimeForms({ documents }: Report): Child {
  const forms = (documents?.operations ?? []).flatMap(({ roles }) =>
    roles.flatMap((one) =>
      one.role === 'duration' || one.role === 'instant'
        ? [
            markup`<div><code>${pathOf(one.at)}</code>, ${one.role === 'duration' ? `a duration in ${one.unit}` : 'a point in time'}</div>`,
          ]
        : [],
    ),
  )
  return forms.length === 0 ? 'the provider decides' : forms
}

function lifetimeLimits(bound: 'minimum' | 'maximum'): (report: Report) => Child {
  return ({ provider, rules, documents }) => {
    const places = new Set(
      (documents?.operations ?? []).flatMap(({ roles }) =>
        roles.filter(({ role }) => role === 'duration' || role === 'instant').map(({ at }) => at),
      ),
    )
    if (places.size === 0) return undefined
    const limits = rules
      .filter(({ kind, at, parameters }) =>
        kind === 'lifetime-range' ? parameters?.bound === bound : kind === bound && places.has(at ?? ''),
      )
      .map(limitOf)
      .filter((limit) => limit !== undefined)
    return limits.length === 0
      ? 'no page tells'
      : limits.map(
          ({ rule, documented, measured }) =>
            markup`<div>${documented ?? (measured === undefined ? 'not stated' : `${measured}, measured`)} <span class="quiet">${ruleLink(provider, rule)}</span></div>`,
        )
  }
}

function ruleLink(provider: string, { id }: RuleReport): Markup {
  return markup`<a href="#${anchorOf(provider, id)}">${id}</a>`
}

function pathOf(pointer: string): string {
  return pointer.split('/').slice(1).join('.')
}

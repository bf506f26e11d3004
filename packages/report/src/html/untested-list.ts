import type { Report, RuleReport } from '@assay/certify'
import { type Markup, markup } from './markup.ts'
import { anchorOf } from './text-of.ts'

/** What was not tested, by the reason. */
export function untestedList({ provider, rules, summary }: Report): Markup {
  const reasons = new Map<string, RuleReport[]>()
  for (const rule of rules) {
    if (rule.verdict !== 'not-tested') continue
    const reason = rule.reason ?? 'No answer showed it.'
    reasons.set(reason, [...(reasons.get(reason) ?? []), rule])
  }
  const dropped =
    summary.dropped > 0 &&
    markup`<p>${summary.dropped} planned cases were not sent, because they could not be shown to be what they claim.</p>`
  if (reasons.size === 0) return markup`<p class="quiet">Every rule was tested.</p>${dropped}`
  return markup`<dl class="untested">${[...reasons].map(
    ([reason, untested]) =>
      markup`<div data-filter="open"><dt>${reason}</dt><dd>${untested.map(({ id }) => markup`<a href="#${anchorOf(provider, id)}">${id}</a> `)}</dd></div>`,
  )}</dl>${dropped}`
}

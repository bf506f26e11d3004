import type { Run } from '../run.ts'
import { evidenceText } from './finding-card.ts'
import { type Markup, markup } from './markup.ts'
import { sideTaken } from './side-taken.ts'
import { anchorOf } from './text-of.ts'
import { sign, standingOf } from './verdict.ts'

/** Where the documents contradict themselves or leave something open, how that is read, and which side the provider takes. */
export function readingTable({ report, cases }: Run): Markup {
  const { provider, rules, documents } = report
  const read = rules.filter(({ reading, open }) => reading !== undefined || open !== undefined)
  const corrections = (documents?.corrections ?? []).filter(({ says }) => says !== '')
  return markup`${
    read.length === 0
      ? markup`<p class="quiet">No rule needed a reading.</p>`
      : markup`<div class="scroll" tabindex="0" role="region" aria-label="Readings of ${provider}"><table><thead><tr><th scope="col">Rule</th><th scope="col">How the documents are read</th><th scope="col">The provider</th></tr></thead><tbody>${read.map(
          (rule) =>
            markup`<tr data-filter="${standingOf(rule)}"><th scope="row">${sign(standingOf(rule))} <a href="#${anchorOf(provider, rule.id)}">${rule.id}</a></th><td>${rule.reading ?? 'The documents leave open whether a request that breaks it is refused.'}</td><td>${sideTaken(rule, cases)}</td></tr>`,
        )}</tbody></table></div>`
  }${
    corrections.length > 0 &&
    markup`<details class="plain"><summary>${corrections.length} corrections of the documents themselves</summary><ul class="corrections">${corrections.map(
      ({ defect, says, evidence }) =>
        markup`<li>${defect !== undefined && markup`<span class="tag">${defect}</span> `}${says} ${evidenceText({ evidence })}</li>`,
    )}</ul></details>`
  }`
}

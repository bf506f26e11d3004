import type { Report } from '@assay/certify'
import type { Run } from '../run.ts'
import { staleText } from '../stale-text.ts'
import { coverageBar, coveragePicture, legend } from './coverage-picture.ts'
import { findingCards } from './finding-card.ts'
import { limitTable } from './limit-table.ts'
import { type Child, type Markup, markup } from './markup.ts'
import { readingTable } from './reading-table.ts'
import { ruleList } from './rule-list.ts'
import { anchorOf, countText, durationText, momentText } from './text-of.ts'
import { timingPicture } from './timing-picture.ts'
import { untestedList } from './untested-list.ts'
import { sign, verdictText } from './verdict.ts'

/** Everything about one provider's run. */
export function providerSection(run: Run): Markup {
  const { report } = run
  const { provider, rules, summary, notes, created, expectedFailures = [] } = report
  const { standing, says } = verdictText(report)
  const stale = expectedFailures.map(staleText).filter((text) => text !== undefined)
  const general = notes.filter(({ rule }) => rule === undefined)
  const failed = rules.filter(({ verdict }) => verdict === 'fail').length
  return markup`<section class="provider" id="${anchorOf(provider)}" aria-labelledby="${anchorOf('title', provider)}">
<header class="verdict ${standing}">
<p class="over">${report.documents?.title ?? 'Certification'}</p>
<h2 id="${anchorOf('title', provider)}">${provider}</h2>
<p class="says">${sign(standing, false)} ${says}</p>
<p class="when"><time datetime="${report.startedAt}">${momentText(report.startedAt)}</time></p>
${report.reason !== undefined && markup`<p class="reason">${report.reason}</p>`}
${stale.map((text) => markup`<p class="reason">${text}</p>`)}
</header>
${facts(report)}
${part(provider, 'coverage', 'Coverage of the documented rules', coverageText(report), markup`${coverageBar(rules)}${legend(rules)}<div class="scroll" tabindex="0" role="region" aria-label="Rules of ${provider} by field">${coveragePicture(report)}</div>`)}
${part(provider, 'findings', 'Findings', failed === 0 ? '' : `${countText(failed, 'rule')}, each with its smallest request.`, findingCards(report))}
${part(provider, 'rules', 'Rules by field', `${summary.rules} in all. Open one for its evidence.`, ruleList(run))}
${part(provider, 'limits', 'Limits, documented and measured', '', limitTable(report))}
${part(provider, 'readings', 'Contradictions and readings', 'Where the documents contradict themselves or leave something open, and the side the provider takes.', readingTable(run))}
${part(provider, 'timings', 'Timings', '', timingPicture(run))}
${part(provider, 'untested', 'Not tested, and why', '', untestedList(report))}
${part(provider, 'notes', 'Notes', '', general.length === 0 && created.length === 0 ? markup`<p class="quiet">Nothing further.</p>` : markup`${general.length > 0 && markup`<ul>${general.map((note) => markup`<li>${note.says}</li>`)}</ul>`}${createdList(report)}`)}
${part(provider, 'cases', 'Cases', '', markup`<div class="cases" data-provider="${provider}"><p class="quiet">${countText(run.cases.length, 'case')} ran; the list needs JavaScript.</p></div>`)}
</section>`
}

function part(provider: string, name: string, title: string, under: string, content: Child): Markup {
  return markup`<section class="part part-${name}" aria-labelledby="${anchorOf(name, provider)}"><h3 id="${anchorOf(name, provider)}">${title}</h3>${under !== '' && markup`<p class="under">${under}</p>`}${content}</section>`
}

function coverageText({ summary }: Report): string {
  const tested = summary.pass + summary.fail
  return `${tested} of ${countText(summary.rules, 'rule')} tested, ${summary.pass} pass. A square is a rule.`
}

function facts(report: Report): Markup {
  const { target, requests, durationMs, seed, level, runId, contract, summary, complete } = report
  const rows: readonly (readonly [string, Child])[] = [
    ['Target', markup`<code>${target}</code>`],
    ['Requests', markup`${countText(requests, 'request')} in ${durationText(durationMs)}`],
    ['Cases', `${summary.cases} judged, level ${level}${complete ? '' : ', interrupted'}`],
    ['Repeat', markup`seed <code>${seed}</code>, run <code>${runId}</code>`],
    ['Contract', markup`<code title="${contract.sha256}">${contract.sha256.slice(0, 12)}</code>`],
    ...(report.documents?.pages ?? []).map(
      ({ title, url, read }) =>
        [
          'Page',
          markup`${url !== undefined && /^https?:\/\//.test(url) ? markup`<a href="${url}" rel="noreferrer noopener">${title}</a>` : title}${read !== undefined && markup`, <span class="whole">read ${read}</span>`}`,
        ] as const,
    ),
  ]
  return markup`<dl class="facts">${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

function createdList({ created }: Report): Markup {
  if (created.length === 0) return markup``
  return markup`<details class="plain"><summary>${countText(created.length, 'payment')} created, for clean-up</summary><div class="scroll" tabindex="0" role="region" aria-label="Created payments"><table><thead><tr><th scope="col">Reference</th><th scope="col">Id</th><th scope="col">Case</th></tr></thead><tbody>${created.map(
    (one) =>
      markup`<tr><td><code>${one.reference ?? '–'}</code></td><td><code>${one.id ?? '–'}</code></td><td>${one.case}</td></tr>`,
  )}</tbody></table></div></details>`
}

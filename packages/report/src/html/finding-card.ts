import type { Finding, Report, RuleReport } from '@assay/certify'
import { lineDifference } from './line-difference.ts'
import { type Markup, markup } from './markup.ts'
import { prettyJson } from './pretty-json.ts'
import { anchorOf, countText } from './text-of.ts'
import { sign, standingOf } from './verdict.ts'

/** Every finding of a report, each with request and answer side by side. */
export function findingCards(report: Report): Markup {
  const failed = report.rules.filter(({ verdict }) => verdict === 'fail')
  if (failed.length === 0) return markup`<p class="quiet">No difference between provider and contract was found.</p>`
  return markup`${failed.map((rule) => ruleFindings(report, rule))}`
}

function ruleFindings(report: Report, rule: RuleReport): Markup {
  const [first, ...others] = rule.findings
  if (first === undefined) return markup``
  const standing = standingOf(rule)
  const more = rule.failed - rule.findings.length
  return markup`<article class="finding ${standing}" data-filter="${standing}" aria-labelledby="${anchorOf('finding', report.provider, rule.id)}">
<header><h4 id="${anchorOf('finding', report.provider, rule.id)}">${sign(standing)} <a href="#${anchorOf(report.provider, rule.id)}">${rule.id}</a></h4>
<p class="tags"><span class="tag">${first.blame}</span><span class="tag">${rule.strength}</span><span class="tag">${countText(rule.failed, 'case')}</span></p></header>
<p class="says">${first.says}</p>
<p class="rule-says">${rule.says} ${evidenceText(rule)}</p>
${findingBody(report, first)}
${others.map((finding, index) => markup`<details class="more"><summary>${`Another case: ${finding.says}`}</summary>${findingBody(report, finding, index + 1)}</details>`)}
${more > 0 && markup`<p class="quiet">${countText(more, 'further case')} failed in the same way and ${more === 1 ? 'is' : 'are'} counted only.</p>`}
</article>`
}

/** Where a rule stands in the documents. */
export function evidenceText({ evidence }: Pick<RuleReport, 'evidence'>): Markup {
  if (evidence.length === 0) return markup``
  return markup`<span class="evidence">${evidence.map(
    ({ page, at }, index) => markup`${index > 0 && '; '}<b>${page}</b> ${at}`,
  )}</span>`
}

function findingBody({ runId }: Report, finding: Finding, index = 0): Markup {
  const { expected, observed, request, response, curl } = finding
  const wanted = expected.status === undefined ? outcomeNames[expected.outcome] : expected.status.join(' or ')
  const came = observed.status ?? observed.fault ?? 'observed'
  return markup`<div class="against"><div><h5>Expected <b>${wanted}</b></h5><p>${expected.says}</p></div><div class="came"><h5>Observed <b>${came}</b></h5><p>${observed.says}</p></div></div>
<div class="sides"><section class="side"><h5>Request</h5>
<pre class="line">${request.method} ${request.url}</pre>${headerList(request.headers)}${requestBody(finding, runId)}</section>
<section class="side"><h5>Answer</h5>${
    response === undefined
      ? markup`<p class="quiet">No whole answer came: ${observed.says}</p>`
      : markup`<pre class="line"><mark>${response.status}</mark></pre>${headerList(response.headers)}${code(lineList(response.body))}`
  }</section></div>
${curl !== undefined && markup`<div class="again"><h5>Again <span class="quiet">in bash; it signs with <code>ASSAY_…_KEY</code> and <code>ASSAY_…_SECRET</code></span></h5><pre class="curl" tabindex="0"><code>${curl}</code></pre><button type="button" class="copy">Copy<span class="unseen"> the line for ${finding.case}${index > 0 && ` (${index + 1})`}</span></button></div>`}
<p class="case quiet">Case ${finding.case}</p>`
}

const outcomeNames = { accepted: 'success', refused: '4xx', answered: 'as documented', kept: 'kept' } as const

function headerList(headers: { readonly [name: string]: string }): Markup {
  return markup`<pre class="headers">${Object.entries(headers).map(
    ([name, value], index) => markup`${index > 0 && '\n'}<span>${name}:</span> ${value}`,
  )}</pre>`
}

/** The body, and where there is an accepted request most like it, what differs from that. */
function requestBody({ request, accepted }: Finding, runId: string): Markup {
  const lines = lineList(request.body)
  const others = accepted === undefined ? undefined : prettyJson(accepted.body)
  if (accepted === undefined || others === undefined || prettyJson(request.body) === undefined) return code(lines)
  // Each request has a reference of its own, and a comma is no difference.
  const reference = new RegExp(`assay-${runId.replace(/\W/g, '')}-[\\w-]+`, 'g')
  const key = (line: string): string => line.replace(/,$/, '').replace(reference, 'assay')
  const difference = lineDifference(lines, others, key)
  const same = difference.every(({ kind }) => kind === 'same')
  return markup`<pre class="code" tabindex="0"><code>${difference.map(({ kind, text }) =>
    kind === 'same'
      ? markup`<span class="row">${text}</span>`
      : kind === 'added'
        ? markup`<ins class="row">${text}</ins>`
        : markup`<del class="row">${text}</del>`,
  )}</code></pre><p class="key quiet">${
    same
      ? markup`The same as an accepted request: what is wrong is not in the body.`
      : markup`Marked: what differs from the nearest accepted request (${accepted.case}).`
  }</p>`
}

function lineList(body: string): readonly string[] {
  return prettyJson(body) ?? body.split('\n')
}

function code(lines: readonly string[]): Markup {
  if (lines.join('') === '') return markup`<p class="quiet">No body.</p>`
  return markup`<pre class="code" tabindex="0"><code>${lines.map((text) => markup`<span class="row">${text}</span>`)}</code></pre>`
}

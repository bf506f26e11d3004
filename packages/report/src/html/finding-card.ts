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
${findingBody(report, rule, first)}
${others.map((finding, index) => markup`<details class="more"><summary>${`Another case: ${finding.says}`}</summary>${findingBody(report, rule, finding, index + 1)}</details>`)}
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

function findingBody({ runId, provider }: Report, rule: RuleReport, finding: Finding, index = 0): Markup {
  const { expected, observed, request, response, curl } = finding
  const wanted = expected.status === undefined ? outcomeNames[expected.outcome] : expected.status.join(' or ')
  const variable = `ASSAY_${provider.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`
  const came = observed.status ?? observed.fault ?? 'observed'
  return markup`<div class="against"><div><h5>Expected <b>${wanted}</b></h5><p>${expected.says}</p></div><div class="came"><h5>Observed <b>${came}</b></h5><p>${observed.says}</p></div></div>
<div class="sides"><section class="side"><h5>Request</h5>
<pre class="line">${request.method} ${request.url}</pre>${headerList(request.headers)}${requestBody(rule, finding, runId)}</section>
<section class="side"><h5>Answer</h5>${
    response === undefined
      ? markup`<p class="quiet">No whole answer came: ${observed.says}</p>`
      : markup`<pre class="line"><mark>${response.status}</mark></pre>${headerList(response.headers)}${code(lineList(response.body), answerMark(rule))}`
  }</section></div>
${curl !== undefined && markup`<div class="again"><h5>Again <span class="quiet">in bash; it signs with <code>${variable}_KEY</code> and <code>${variable}_SECRET</code></span></h5><pre class="curl" tabindex="0"><code>${curl}</code></pre><button type="button" class="copy">Copy<span class="unseen"> the line for ${finding.case}${index > 0 && ` (${index + 1})`}</span></button></div>`}
<p class="case quiet">Case ${finding.case}</p>`
}

const outcomeNames = { accepted: 'success', refused: '4xx', answered: 'as documented', kept: 'kept' } as const

/** What stands behind a header's template is what was made wrong with it. */
const altered = /^(.*) (\([a-z-]+\))$/

function headerList(headers: { readonly [name: string]: string }): Markup {
  return markup`<pre class="headers">${Object.entries(headers).map(([name, value], index) => {
    const [, template, fault] = altered.exec(value) ?? []
    const shown = fault === undefined ? value : markup`${template} <mark>${fault.slice(1, -1)}</mark>`
    return markup`${index > 0 && '\n'}<span>${name}:</span> ${shown}`
  })}</pre>`
}

/** The body, and where there is an accepted request most like it, what differs from that. */
function requestBody(rule: RuleReport, { request, nearest }: Finding, runId: string): Markup {
  const lines = lineList(request.body)
  if (Object.values(request.headers).some((value) => altered.test(value))) return code(lines)
  const others = nearest === undefined ? undefined : prettyJson(nearest.body)
  if (others === undefined || prettyJson(request.body) === undefined) return code(lines)
  const difference = lineDifference(lines, others, lineKey(rule, runId))
  if (difference.every(({ kind }) => kind === 'same')) return code(lines)
  return markup`<pre class="code" tabindex="0"><code>${difference.map(({ kind, text }) =>
    kind === 'same'
      ? markup`<span class="row">${text}</span>`
      : kind === 'added'
        ? markup`<ins class="row">${text}</ins>`
        : markup`<del class="row">${text}</del>`,
  )}</code></pre><p class="key quiet">Marked: what differs from the nearest accepted request.</p>`
}

/** What counts of a line when it is compared: of members that the rule does not speak of the name alone, because valid values are drawn anew each time. */
function lineKey(rule: RuleReport, runId: string): (line: string) => string {
  const spoken = namesSpokenOf(rule)
  // Each request has a reference of its own, and a comma is no difference.
  const reference = new RegExp(`assay-${runId.replace(/\W/g, '')}-[\\w-]+`, 'g')
  return (line) => {
    const text = line.replace(/,$/, '').replace(reference, 'assay')
    const [, name] = memberLine.exec(text) ?? []
    const matters = name === undefined || spoken.size === 0 || spoken.has(name)
    return matters ? text : text.slice(0, text.indexOf('": '))
  }
}

const memberLine = /^\s*"((?:[^"\\]|\\.)*)": [^{[]/

/** Names of the members that a rule speaks of: at its place, and at those that its parameters name. */
function namesSpokenOf({ at = '', parameters = {}, side }: RuleReport): ReadonlySet<string> {
  const pointers = (JSON.stringify(parameters).match(/"\/[^"]*"/g) ?? []).map((pointer) => pointer.slice(1, -1))
  const members = Array.isArray(parameters.members) ? parameters.members : []
  const names = [...(side === 'request' ? [at] : []), ...pointers].flatMap((pointer) =>
    pointer.split('/').slice(1).slice(-1),
  )
  return new Set([...names, ...members.filter((member) => typeof member === 'string')])
}

/** Tells the line of an answer that an answer rule speaks of. */
function answerMark({ side, at = '' }: RuleReport): ((line: string) => boolean) | undefined {
  const name = at.split('/').slice(1).at(-1)
  if (side !== 'answer' || name === undefined) return undefined
  return (line) => line.trimStart().startsWith(`"${name}":`)
}

function lineList(body: string): readonly string[] {
  return prettyJson(body) ?? body.split('\n')
}

function code(lines: readonly string[], marked: (line: string) => boolean = () => false): Markup {
  if (lines.join('') === '') return markup`<p class="quiet">No body.</p>`
  return markup`<pre class="code" tabindex="0"><code>${lines.map((text) =>
    marked(text) ? markup`<mark class="row">${text}</mark>` : markup`<span class="row">${text}</span>`,
  )}</code></pre>`
}

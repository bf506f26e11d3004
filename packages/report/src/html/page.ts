import { createHash } from 'node:crypto'
import type { Run } from '../run.ts'
import { tool } from '../tool.ts'
import { comparison } from './comparison.ts'
import { coverageBar } from './coverage-picture.ts'
import { embeddedJson, type Markup, markup, trusted } from './markup.ts'
import { providerSection } from './provider-section.ts'
import { script } from './script.ts'
import { style } from './style.ts'
import { anchorOf, countText, durationText, momentText } from './text-of.ts'
import { sign, verdictText } from './verdict.ts'

/** The whole page. It loads nothing: its policy allows the one style and the one script that stand in it, and no address. */
export function page(runs: readonly Run[]): string {
  const reports = runs.map(({ report }) => report)
  const [first] = reports
  const several = reports.length > 1
  const title = several ? `${reports.length} providers` : (first?.provider ?? 'No run')
  const hash = createHash('sha256').update(script).digest('base64')
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${tool.name} ${tool.version}">
<title>${title} · Assay</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the report</a>
<header class="top">
<p class="mark"><svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="8.5"/><path d="M6 10.4l2.8 2.8 5.3-6"/></svg> Assay</p>
${several && providerLinks(runs)}
<div class="tools" role="search" aria-label="Filter of the report">
<label class="unseen" for="filter">Filter rules, findings and cases</label>
<input id="filter" type="search" placeholder="Filter" autocomplete="off" spellcheck="false" aria-keyshortcuts="/">
<kbd aria-hidden="true">/</kbd>
<div class="chips" role="group" aria-label="Show">
<button type="button" data-show="fail" aria-pressed="false">Fail</button>
<button type="button" data-show="pass" aria-pressed="false">Pass</button>
<button type="button" data-show="open" aria-pressed="false">Not tested</button>
</div>
<button type="button" id="expand" aria-pressed="false" aria-keyshortcuts="e">Expand all</button>
<button type="button" id="theme" aria-keyshortcuts="d"><span class="unseen">Change to </span><span class="name">Dark</span></button>
</div>
<p id="status" role="status" class="unseen"></p>
</header>
<main id="content" tabindex="-1">
<h1 class="${several ? 'several' : 'unseen'}">${several ? `${reports.length} providers` : `Certification of ${title}`}</h1>
${several && overview(runs)}
${runs.length === 0 && markup`<p class="quiet">No run came to a report.</p>`}
${runs.map(providerSection)}
</main>
<footer><p>Made by ${tool.name} ${tool.version}${first !== undefined && markup`, ${momentText(first.startedAt)}`}. Keys: <kbd>/</kbd> filter, <kbd>Esc</kbd> clear, <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>Enter</kbd> open, <kbd>e</kbd> expand all, <kbd>d</kbd> dark or light.</p></footer>
<script type="application/json" id="cases">${embeddedJson(Object.fromEntries(runs.map(caseRows)))}</script>
<script>${trusted(script)}</script>
</body>
</html>
`.markup
}

function providerLinks(runs: readonly Run[]): Markup {
  return markup`<nav aria-label="Providers"><a href="#overview">Overview</a>${runs.map(
    ({ report }) =>
      markup`<a href="#${anchorOf(report.provider)}">${sign(verdictText(report).standing)} ${report.provider}</a>`,
  )}</nav>`
}

function overview(runs: readonly Run[]): Markup {
  const reports = runs.map(({ report }) => report)
  const [first] = reports
  const conforming = reports.filter(({ verdict }) => verdict === 'conforms').length
  return markup`<section class="provider" id="overview" aria-labelledby="overview-title">
<h2 class="unseen" id="overview-title">Overview</h2>
<p class="lead">${conforming} of ${reports.length} conform to what they document.${first !== undefined && markup` <time class="quiet" datetime="${first.startedAt}">${momentText(first.startedAt)}</time>`}</p>
<ol class="overview">${reports.map((report) => {
    const { standing, says } = verdictText(report)
    const { summary } = report
    return markup`<li class="${standing}"><a href="#${anchorOf(report.provider)}"><b>${report.provider}</b></a><span class="says">${sign(standing, false)} ${says}</span>${coverageBar(report.rules)}<span class="quiet">${summary.pass} of ${countText(summary.rules, 'rule')} pass, ${summary.notTested} not tested · ${countText(summary.cases, 'case')} · ${durationText(report.durationMs)}</span></li>`
  })}</ol>
<section class="part" aria-labelledby="comparison-title"><h3 id="comparison-title">The same questions to each</h3>${comparison(reports)}</section>
</section>`
}

/** The cases of a run as lists of a few values: thousands of them take no more room than they must. */
function caseRows({ report, cases }: Run): readonly [string, unknown] {
  return [
    report.provider,
    cases.map(({ case: id, phase, way, outcome, status, durationMs, exchanges, rules, says }) => [
      id,
      phase,
      way,
      outcome,
      status ?? '',
      durationMs,
      exchanges,
      rules[0] ?? '',
      says ?? '',
    ]),
  ]
}

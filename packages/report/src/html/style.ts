import { colours } from './colours.ts'
import { componentStyle } from './component-style.ts'

const layout = `
*, *::before, *::after { box-sizing: border-box }
html { font: 15px/1.55 "Inter", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Liberation Sans", Arial, sans-serif; scroll-padding-top: 5.5rem; -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--ink); font-variant-numeric: tabular-nums; overflow-wrap: break-word }
code, pre, kbd { font-family: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", "Liberation Mono", Menlo, Consolas, monospace; font-size: .875em }
h1, h2, h3, h4, h5, p, dl, dd, ul, ol, figure, pre { margin: 0 }
ul, ol { padding: 0 }
a { color: var(--link); text-decoration: none; text-underline-offset: .18em }
a:hover { text-decoration: underline }
button, input { font: inherit; color: inherit }
[hidden] { display: none !important }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px }
main:focus { outline: none }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; left: -99rem; top: .5rem; padding: .5rem 1rem; background: var(--panel); z-index: 3 }
.skip:focus { left: .5rem }
.quiet { color: var(--quiet); font-weight: 400 }
main, footer { max-width: 74rem; margin: 0 auto; padding: 0 2rem }
main { padding-bottom: 5rem }
footer { padding: 1.5rem 2rem 3rem; color: var(--quiet); font-size: .87rem; border-top: 1px solid var(--line) }

.top { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.5rem; padding: .7rem 2rem; background: color-mix(in srgb, var(--paper) 94%, transparent); backdrop-filter: blur(8px); border-bottom: 1px solid var(--line) }
.mark { display: flex; align-items: center; gap: .45rem; font-weight: 650; letter-spacing: -.01em }
.mark svg { width: 1.15rem; height: 1.15rem; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round }
nav { display: flex; flex-wrap: wrap; gap: .1rem .3rem; font-size: .9rem }
nav a { display: inline-flex; align-items: center; gap: .35rem; padding: .25rem .6rem; border-radius: 6px; color: var(--quiet) }
nav a:hover { background: var(--sunken); text-decoration: none }
nav a[aria-current] { color: var(--ink); background: var(--sunken); font-weight: 600 }
.tools { margin-left: auto; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; font-size: .87rem; position: relative }
.tools input { width: 15rem; padding: .3rem 1.8rem .3rem .7rem; background: var(--panel); border: 1px solid var(--strong); border-radius: 6px }
.tools input::placeholder { color: var(--quiet) }
.tools input::-webkit-search-cancel-button { display: none }
.tools > kbd { margin-left: -2rem; margin-right: .6rem; pointer-events: none }
kbd { padding: .02rem .35rem; border: 1px solid var(--line); border-radius: 4px; background: var(--sunken); color: var(--quiet); font-size: .8em }
.tools button, .copy, .further { padding: .3rem .7rem; background: var(--panel); border: 1px solid var(--strong); border-radius: 6px; cursor: pointer }
.tools button:hover, .copy:hover, .further:hover { border-color: var(--quiet) }
.chips { display: flex }
.chips button { border-radius: 0; margin-left: -1px }
.chips button:first-child { border-radius: 6px 0 0 6px; margin-left: 0 }
.chips button:last-child { border-radius: 0 6px 6px 0 }
.chips button[aria-pressed="true"] { background: var(--ink); color: var(--paper); border-color: var(--ink); position: relative }

@media screen { .provider.away { display: none } }
h1.several { margin-top: 3.2rem; font-size: 2.3rem; line-height: 1.15; letter-spacing: -.022em; font-weight: 680 }
.lead { margin-top: .5rem; font-size: 1.12rem }
.lead time { margin-left: .6rem; font-size: .95rem }
.provider > .verdict { padding: 3.2rem 0 1.6rem }
h1.several ~ .provider > .verdict { padding-top: 1.8rem }
h1.several:has(~ #overview.away) { display: none }
h1.several:has(~ #overview.away) ~ .provider > .verdict { padding-top: 3.2rem }
.over { color: var(--quiet); font-size: .93rem }
h2 { margin-top: .1rem; font-size: 2.3rem; line-height: 1.15; letter-spacing: -.022em; font-weight: 680 }
.verdict .says { display: flex; align-items: center; gap: .55rem; margin-top: .9rem; font-size: 1.35rem; font-weight: 600; letter-spacing: -.01em }
.verdict .says .sign { width: 1.5rem; height: 1.5rem }
.verdict.pass .says { color: var(--pass) }
.verdict.fail .says { color: var(--fail) }
.verdict.open .says { color: var(--open) }
.verdict .when { margin-top: .35rem; color: var(--quiet) }
.verdict .reason { margin-top: .6rem; max-width: 60ch; padding-left: .8rem; border-left: 3px solid var(--strong) }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .9rem 2rem; padding: 1.1rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); font-size: .93rem }
.facts dt { color: var(--quiet); font-size: .8rem }
.facts dd { overflow-wrap: anywhere }
.part { margin-top: 3.2rem }
.part > h3 { font-size: 1.32rem; letter-spacing: -.013em; line-height: 1.3; font-weight: 650 }
.part > .under { color: var(--quiet); margin-top: .1rem }
.part > h3 + *:not(.under), .part > .under + * { margin-top: 1.1rem }
.filtered .part-coverage, .filtered .part-timings, .filtered .part-notes { display: none }
.scroll { overflow-x: auto }
ul { list-style: none }

table { width: 100%; border-collapse: collapse; font-size: .93rem }
th, td { padding: .5rem .9rem .5rem 0; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--line) }
thead th { color: var(--quiet); font-size: .8rem; white-space: nowrap; border-bottom-color: var(--strong); padding-top: 0 }
tbody th { font-weight: 500 }
th:last-child, td:last-child { padding-right: 0 }
table .sign { margin-right: .25rem }

@media (max-width: 60rem) { .top { position: static } html { scroll-padding-top: 1rem } .tools { margin-left: 0 } }
@media (max-width: 46rem) {
  main, footer, .top { padding-left: 1.1rem; padding-right: 1.1rem }
  .tools, .tools input { width: 100% }
  .tools > kbd { display: none }
  h2, h1.several { font-size: 1.8rem }
  .provider > .verdict { padding-top: 1.8rem }
}
@media print {
  html { font-size: 9.5pt }
  main, footer { max-width: none; padding: 0 }
  .top, .part-cases, .copy, .skip, footer { display: none !important }
  .provider + .provider { break-before: page }
  .provider > .verdict, h1.several { padding-top: 0; margin-top: 0 }
  .part { margin-top: 2rem }
  h3, h4, h5, summary, .finding > header { break-after: avoid }
  .against, .side, tr, .overview li, figure { break-inside: avoid }
  .scroll, pre { overflow: visible !important; max-height: none !important }
  pre { white-space: pre-wrap !important; overflow-wrap: anywhere }
  details::details-content { content-visibility: visible; height: auto }
  a { color: inherit }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  @page { margin: 16mm 15mm }
}
@media (prefers-reduced-motion: no-preference) { .rule > summary, .tools button, nav a { transition: background-color .12s, border-color .12s } }
`

/** The style of the page. */
export const style: string = `${colours}${layout}${componentStyle}`.replaceAll(/\n\s*/g, '\n')

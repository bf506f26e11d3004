/** The style of what the page shows of rules, findings and cases. */
export const componentStyle = `
.sign { width: 1rem; height: 1rem; flex: none; fill: none; vertical-align: -.14em; stroke-linecap: round; stroke-linejoin: round }
.sign circle { stroke: none }
.sign path { stroke: var(--paper); stroke-width: 1.8 }
.sign.pass circle { fill: var(--pass) }
.sign.fail circle { fill: var(--fail) }
.sign.expected circle { fill: var(--expected) }
.sign.open circle { fill: none; stroke: var(--open); stroke-width: 1.3 }
.sign.open path { stroke: var(--open) }
.bar { display: block; width: 100%; height: .75rem; border-radius: 3px }
rect.pass { fill: var(--pass-soft) }
rect.fail { fill: var(--fail) }
rect.expected { fill: var(--expected) }
rect.open { fill: var(--paper); stroke: var(--strong); stroke-width: 1 }
.bar rect.open { stroke: none; fill: var(--line) }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: .6rem 0 1.4rem; font-size: .9rem; color: var(--quiet) }
.legend svg { width: .85rem; height: .85rem; vertical-align: -.1em }
.legend li { display: flex; align-items: center; gap: .4rem }
.legend b { color: var(--ink); font-weight: 600 }
.maps { display: flex; flex-wrap: wrap; gap: 0 2.2rem; align-items: flex-start }
.map { display: block; flex: none }
.map text { font-size: 11.5px; fill: var(--quiet) }
.map a { cursor: pointer }
.map a:hover rect { stroke: var(--ink); stroke-width: 1.5 }
.map path { stroke: var(--paper); stroke-width: 1.6; stroke-linecap: round; fill: none }

.overview { list-style: none; margin-top: 1.8rem; border-top: 1px solid var(--line) }
.overview li { display: grid; grid-template-columns: minmax(13rem, 1.2fr) minmax(9rem, .8fr) 2fr; gap: .2rem 1.6rem; align-items: center; padding: .95rem 0; border-bottom: 1px solid var(--line) }
.overview b { font-weight: 600; font-size: 1.02rem }
.overview .says { font-weight: 550 }
.overview li.pass .says { color: var(--pass) }
.overview li.fail .says { color: var(--fail) }
.overview li.open .says { color: var(--open) }
.overview li > .quiet { grid-column: 3; font-size: .87rem }
.comparison { min-width: 58rem; table-layout: fixed; font-size: .88rem }
.comparison thead th { width: auto; color: var(--ink); font-weight: 600; white-space: normal; vertical-align: bottom }
.comparison thead th:first-child { width: 15%; color: var(--quiet); font-weight: 400 }
.comparison td, .comparison tbody th { overflow-wrap: anywhere }
.comparison tbody th { color: var(--quiet); font-weight: 400 }
.comparison .band th { padding: 1.4rem 0 .35rem; color: var(--ink); font-weight: 650; font-size: .93rem }

.finding { margin-top: 1.3rem; background: var(--panel); border: 1px solid var(--line); border-left: 3px solid var(--fail); border-radius: 3px 8px 8px 3px; padding: 1.2rem 1.4rem 1rem }
.finding.expected { border-left-color: var(--expected) }
.finding > header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .2rem 1rem }
.finding h4 { font-size: 1rem; font-weight: 600 }
.finding h4 a { font-family: ui-monospace, "SF Mono", "Cascadia Code", "Liberation Mono", Menlo, Consolas, monospace; font-size: .93em; color: var(--ink) }
.tags { display: flex; gap: .35rem }
.tag { padding: .05rem .5rem; border-radius: 99px; background: var(--sunken); color: var(--quiet); font-size: .8rem; white-space: nowrap }
.finding > .says { margin-top: .45rem; font-size: 1.05rem; max-width: 75ch }
.rule-says { margin-top: .15rem; color: var(--quiet); font-size: .93rem; max-width: 85ch }
.evidence { color: var(--quiet); font-size: .9em; overflow-wrap: anywhere }
.rule-says .evidence { display: block }
.evidence b { font-weight: 550 }
h5 { font-size: .8rem; font-weight: 500; color: var(--quiet) }
h5 b { color: var(--ink); font-weight: 650 }
.against { display: grid; grid-template-columns: 1fr 1fr; margin-top: 1rem; border-radius: 6px; overflow: hidden; font-size: .93rem }
.against > div { padding: .65rem .9rem; background: var(--pass-wash) }
.against > .came { background: var(--fail-wash) }
.against h5 b { font-size: 1rem; margin-left: .25rem; color: var(--pass) }
.against .came h5 b { color: var(--fail) }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.4rem; margin-top: 1.1rem }
.side { min-width: 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5 }
.line { margin-top: .25rem; font-weight: 550 }
.headers { color: var(--ink); font-size: .8rem; margin-top: .1rem }
.headers span { color: var(--quiet) }
.code { margin-top: .5rem; padding: .6rem 0; background: var(--sunken); border-radius: 6px; max-height: 26rem; overflow: auto; font-size: .87rem }
.row { display: block; padding: 0 .9rem 0 1.6rem; text-decoration: none; position: relative; min-height: 1.5em }
.row::before { position: absolute; left: .6rem; color: inherit }
ins.row { background: var(--mark); color: var(--mark-ink) }
ins.row::before { content: "+" }
del.row { color: var(--quiet); text-decoration: line-through; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent) }
del.row::before { content: "\\2212" }
.small, .small a { font-size: .92em; color: var(--quiet) }
mark.row { border-radius: 0 }
mark { background: var(--mark); color: var(--mark-ink); padding: .05rem .35rem; border-radius: 3px }
.key, .case, .finding > .quiet { font-size: .83rem; margin-top: .35rem }
.comparison code, .comparison .small { display: block }
.again { position: relative; margin-top: 1.1rem }
.curl { margin-top: .3rem; padding: .6rem 5.5rem .6rem .9rem; background: var(--sunken); border-radius: 6px; font-size: .83rem; max-height: 6.2rem; overflow: auto }
.copy { position: absolute; right: .5rem; top: 1.85rem; font-size: .83rem; padding: .15rem .6rem }
.more { margin-top: .8rem; border-top: 1px solid var(--line); padding-top: .6rem }
.more > summary, .plain > summary { cursor: pointer; color: var(--link); font-size: .93rem }
.plain { margin-top: 1rem }
.plain > ul, .plain > .scroll { margin-top: .7rem }
.corrections li { padding: .4rem 0; border-bottom: 1px solid var(--line); font-size: .93rem }

.group { margin-top: 1.5rem }
.group h4 { font-size: .95rem; font-weight: 620; padding-bottom: .35rem; border-bottom: 1px solid var(--strong) }
.group h4 .quiet { font-size: .85rem; margin-left: .3rem }
.rule { border-bottom: 1px solid var(--line) }
.rule > summary { display: grid; grid-template-columns: 1rem minmax(13rem, 21rem) 1fr auto; gap: .2rem .8rem; align-items: baseline; padding: .42rem .3rem; cursor: pointer; list-style: none; font-size: .93rem }
.rule > summary::-webkit-details-marker { display: none }
.rule > summary:hover { background: var(--sunken) }
.rule > summary .sign { align-self: start; margin-top: .2rem }
.rule > summary code { overflow-wrap: anywhere }
.rule.fail > summary code { color: var(--fail); font-weight: 600 }
.rule-text { color: var(--quiet) }
.strength { color: var(--quiet); font-size: .8rem }
.rule:target > summary { background: var(--mark); color: var(--mark-ink) }
.rule:target > summary :is(.rule-text, .strength, code) { color: inherit }
.rule[open] > summary { font-weight: 500 }
.rule dl { padding: .3rem .3rem 1rem 2.1rem; font-size: .93rem }
.rule dl > div { display: grid; grid-template-columns: 9.5rem 1fr; gap: 1rem; padding: .12rem 0 }
.rule dt { color: var(--quiet) }
.rule dd { overflow-wrap: anywhere; max-width: 80ch }

.times { display: grid; grid-template-columns: minmax(0, auto) minmax(20rem, 1fr); gap: 1rem 3rem; align-items: start }
.histogram { max-width: 100%; height: auto }
.histogram rect { fill: var(--link); opacity: .55 }
.histogram text { font-size: 10.5px; fill: var(--ink) }
.histogram .axis { fill: var(--quiet) }
figcaption { margin-top: .4rem; color: var(--quiet); font-size: .87rem; max-width: 46ch; overflow-wrap: anywhere }
.phases td { text-align: right }
.phases thead th:not(:first-child) { text-align: right }
.untested > div { display: grid; grid-template-columns: minmax(14rem, 1fr) 2fr; gap: .2rem 1.6rem; padding: .5rem 0; border-bottom: 1px solid var(--line); font-size: .93rem }
.untested dd a { font-family: ui-monospace, "SF Mono", "Liberation Mono", Menlo, Consolas, monospace; font-size: .87em; margin-right: .8rem }
.part-notes > ul li { padding: .2rem 0 }
.cases th[scope="row"] { font-family: ui-monospace, "SF Mono", "Liberation Mono", Menlo, Consolas, monospace; font-size: .8rem; overflow-wrap: anywhere; min-width: 16rem }
.cases td { font-size: .87rem }
.cases td:nth-child(n + 4) { white-space: nowrap }
.cases .dot { display: inline-block; width: .55rem; height: .55rem; border-radius: 50%; margin-right: .4rem; background: var(--pass-soft) }
.cases .fail .dot { background: var(--fail); border-radius: 1px }
.cases .open .dot { background: none; border: 1.5px solid var(--open) }
.cases .count { margin-bottom: .4rem }
.further { margin-top: .8rem }

@media screen and (max-width: 60rem) {
  .sides, .against, .times { grid-template-columns: minmax(0, 1fr) }
  .overview li { grid-template-columns: 1fr auto }
  .overview li > .bar, .overview li > .quiet { grid-column: 1 / -1 }
  .rule > summary { grid-template-columns: 1rem 1fr auto }
  .rule > summary .rule-text { grid-column: 2 / -1; grid-row: 2 }
  .rule > summary .strength { grid-column: 3; grid-row: 1 }
  .untested > div, .rule dl > div { grid-template-columns: minmax(0, 1fr); gap: 0 }
  .rule dl > div { padding: .25rem 0 }
}
@media print { .rule > summary { grid-template-columns: 1rem minmax(11rem, 17rem) 1fr auto; padding: .2rem 0 } .rule dl { padding-bottom: .4rem } .finding { break-inside: auto } .again .curl { padding-right: .9rem } .comparison { min-width: 0; font-size: .72rem } .plain { display: none } }
`

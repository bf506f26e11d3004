import type { Report, RuleReport } from '@assay/certify'
import { fieldOf } from '../field-of.ts'
import { type Markup, markup, trusted } from './markup.ts'
import { anchorOf, countText } from './text-of.ts'
import { type Standing, standingNames, standingOf } from './verdict.ts'

/** Sizes in the units of the picture. */
const CELL = 13
const GAP = 3
const ROW = 20
const LABEL = 190
const MOST_IN_ROW = 34

/** Rules by the field they speak of, in the order of the report. */
export function rulesByField(rules: readonly RuleReport[]): ReadonlyMap<string, readonly RuleReport[]> {
  const groups = new Map<string, RuleReport[]>()
  for (const rule of rules) {
    const field = fieldOf(rule)
    groups.set(field, [...(groups.get(field) ?? []), rule])
  }
  return groups
}

/** How many rules stand how, as one bar. */
export function coverageBar(rules: readonly RuleReport[]): Markup {
  const counts = countsOf(rules)
  const total = Math.max(1, rules.length)
  let x = 0
  const parts = counts.map(([standing, count]) => {
    const width = (count / total) * 1000
    const part = `<rect class="${standing}" x="${x.toFixed(1)}" y="0" width="${Math.max(0, width - (width > 6 ? 3 : 0)).toFixed(1)}" height="14"/>`
    x += width
    return trusted(part)
  })
  return markup`<svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" role="img" aria-label="${legendText(counts)}">${parts}</svg>`
}

/** The coverage of the documented rules: a row a field, a square a rule. */
export function coveragePicture({ provider, rules }: Report): Markup {
  if (rules.length === 0) return markup`<p class="quiet">The contract has no rule.</p>`
  let y = 0
  const rows = [...rulesByField(rules)].map(([field, group]) => {
    const lines = Math.ceil(group.length / MOST_IN_ROW)
    const label = field.length > 26 ? `${field.slice(0, 25)}…` : field
    const cells = group.map((rule, index) => cell(provider, rule, index, y))
    const row = markup`<text x="${LABEL - 12}" y="${y + CELL - 2}" text-anchor="end">${label}</text>${cells}`
    y += lines * (CELL + GAP) + (ROW - CELL - GAP)
    return row
  })
  const widest = Math.max(...[...rulesByField(rules).values()].map((group) => Math.min(MOST_IN_ROW, group.length)))
  const width = LABEL + Math.max(12, widest) * (CELL + GAP)
  return markup`<svg class="map" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" aria-label="${`Rules by field. ${legendText(countsOf(rules))}`}">${rows}</svg>`
}

function cell(provider: string, rule: RuleReport, index: number, y: number): Markup {
  const standing = standingOf(rule)
  const x = LABEL + (index % MOST_IN_ROW) * (CELL + GAP)
  const top = y + Math.floor(index / MOST_IN_ROW) * (CELL + GAP)
  const cross = standing === 'fail' ? trusted(`<path d="M${x + 4} ${top + 4}l5 5m0 -5l-5 5"/>`) : undefined
  return markup`<a href="#${anchorOf(provider, rule.id)}" tabindex="-1"><title>${`${rule.id}: ${standingNames[standing]}`}</title><rect class="${standing}" x="${x}" y="${top}" width="${CELL}" height="${CELL}" rx="2.5"/>${cross}</a>`
}

/** What the colours mean, with the counts. */
export function legend(rules: readonly RuleReport[]): Markup {
  return markup`<ul class="legend">${countsOf(rules).map(
    ([standing, count]) =>
      markup`<li><svg viewBox="0 0 14 14" aria-hidden="true"><rect class="${standing}" x="1" y="1" width="12" height="12" rx="2.5"/></svg><b>${count}</b> ${standingNames[standing]}</li>`,
  )}</ul>`
}

function countsOf(rules: readonly RuleReport[]): readonly (readonly [Standing, number])[] {
  const order: readonly Standing[] = ['pass', 'fail', 'expected', 'open']
  return order
    .map((standing) => [standing, rules.filter((rule) => standingOf(rule) === standing).length] as const)
    .filter(([standing, count]) => count > 0 || standing === 'pass' || standing === 'fail')
}

function legendText(counts: readonly (readonly [Standing, number])[]): string {
  return `${counts.map(([standing, count]) => `${countText(count, 'rule')}: ${standingNames[standing]}`).join(', ')}.`
}

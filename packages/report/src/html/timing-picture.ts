import type { Report } from '@assay/certify'
import type { Run } from '../run.ts'
import { type Markup, markup, trusted } from './markup.ts'
import { countText, durationText } from './text-of.ts'

const HEIGHT = 96
const BAR = 44
const GAP = 8

/** How long exchanges took: a histogram, and a row a phase. */
export function timingPicture({ report, cases }: Run): Markup {
  return markup`<div class="timings">${histogram(report)}${phaseTable(cases)}</div>`
}

function histogram({ timings }: Report): Markup {
  if (timings === undefined || timings.exchanges === 0) return markup`<p class="quiet">No exchange was timed.</p>`
  const { buckets, exchanges, totalMs, slowestMs, slowest } = timings
  const filled = buckets.map(({ exchanges: count }) => count > 0)
  const shown = buckets.slice(Math.max(0, filled.indexOf(true) - 1), filled.lastIndexOf(true) + 2)
  const most = Math.max(...shown.map(({ exchanges: count }) => count))
  const width = shown.length * (BAR + GAP)
  const bars = shown.map(({ uptoMs, exchanges: count }, index) => {
    const height = count === 0 ? 0 : Math.max(2, (count / most) * HEIGHT)
    const x = index * (BAR + GAP)
    const bar = trusted(
      `<rect x="${x}" y="${(HEIGHT + 16 - height).toFixed(1)}" width="${BAR}" height="${height.toFixed(1)}" rx="2"/>`,
    )
    const label = uptoMs === undefined ? 'more' : `≤ ${durationText(uptoMs).replace('.0', '')}`
    return markup`${bar}<text x="${x + BAR / 2}" y="${(HEIGHT + 11 - height).toFixed(1)}" text-anchor="middle">${count > 0 && String(count)}</text><text class="axis" x="${x + BAR / 2}" y="${HEIGHT + 31}" text-anchor="middle">${label}</text>`
  })
  const says = `${countText(exchanges, 'exchange')}, ${durationText(totalMs / exchanges)} on average, the slowest ${durationText(slowestMs)}.`
  return markup`<figure><svg class="histogram" viewBox="0 0 ${width} ${HEIGHT + 36}" width="${width}" height="${HEIGHT + 36}" role="img" aria-label="${`How long exchanges took. ${says}`}">${bars}</svg><figcaption>${says}${slowest !== undefined && markup` Slowest case: <code>${slowest}</code>`}</figcaption></figure>`
}

function phaseTable(cases: Run['cases']): Markup {
  const phases = [...new Set(cases.map(({ phase }) => phase))]
  if (phases.length === 0) return markup``
  return markup`<table class="phases"><thead><tr><th scope="col">Phase</th><th scope="col">Cases</th><th scope="col">Broken</th><th scope="col">Set aside</th><th scope="col">Exchanges</th><th scope="col">Time</th></tr></thead><tbody>${phases.map(
    (phase) => {
      const own = cases.filter((one) => one.phase === phase)
      const count = (outcome: string): number => own.filter((one) => one.outcome === outcome).length
      const sum = (of: (one: Run['cases'][number]) => number): number => own.reduce((total, one) => total + of(one), 0)
      return markup`<tr><th scope="row">${phase}</th><td>${own.length}</td><td>${count('broken')}</td><td>${count('set-aside')}</td><td>${sum((one) => one.exchanges)}</td><td>${durationText(sum((one) => one.durationMs))}</td></tr>`
    },
  )}</tbody></table>`
}

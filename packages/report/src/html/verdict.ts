import type { Report, RuleReport } from '@assay/certify'
import { type Markup, markup } from './markup.ts'
import { countText } from './text-of.ts'

/** How a rule came out, as the page shows it: a failure that was expected is its own thing. */
export type Standing = 'pass' | 'fail' | 'expected' | 'open'

/** The standing of a rule. */
export function standingOf({ verdict, expected }: RuleReport): Standing {
  if (verdict === 'fail') return expected ? 'expected' : 'fail'
  return verdict === 'pass' ? 'pass' : 'open'
}

/** What a standing is called. */
export const standingNames: { readonly [standing in Standing]: string } = {
  pass: 'pass',
  fail: 'fail',
  expected: 'expected failure',
  open: 'not tested',
}

const shapes: { readonly [standing in Standing]: Markup } = {
  pass: markup`<path d="M4.5 8.3l2.4 2.4 4.6-5.2"/>`,
  fail: markup`<path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"/>`,
  expected: markup`<path d="M8 4.4v4.2M8 11.3v.3"/>`,
  open: markup`<path d="M5 8h6"/>`,
}

/** The sign of a standing; its name is for whoever cannot see it. */
export function sign(standing: Standing, named = true): Markup {
  const label = named ? markup` role="img" aria-label="${standingNames[standing]}"` : markup` aria-hidden="true"`
  return markup`<svg class="sign ${standing}" viewBox="0 0 16 16"${label}><circle cx="8" cy="8" r="7.25"/>${shapes[standing]}</svg>`
}

/** The verdict of a report in a few words, and the standing whose colour it has. */
export function verdictText(report: Report): { readonly standing: Standing; readonly says: string } {
  const { verdict, complete, rules, expectedFailures = [] } = report
  const failed = rules.filter((rule) => standingOf(rule) === 'fail').length
  const stale = expectedFailures.filter(({ outcome }) => outcome === 'passed' || outcome === 'unknown').length
  const interrupted = complete ? '' : ', interrupted'
  if (verdict === 'conforms') return { standing: 'pass', says: `Conforms${interrupted}` }
  if (verdict === 'inconclusive') return { standing: 'open', says: `Inconclusive${interrupted}` }
  const says =
    failed > 0
      ? `${countText(failed, 'rule')} ${failed === 1 ? 'fails' : 'fail'}`
      : `${countText(stale, 'expectation')} out of date`
  return { standing: 'fail', says: `${says}${interrupted}` }
}

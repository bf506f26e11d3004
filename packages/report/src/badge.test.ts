import type { Report } from '@assay/certify'
import { expect, test } from 'vitest'
import { failed, passed, reportWith } from './__fixtures__/reports.ts'
import { badge } from './badge.ts'
import { runsOf } from './sample/runs-of.ts'
import { written } from './sample/written.ts'

const cases: readonly [Partial<Report>, string, string][] = [
  [{}, 'conforms · 1 of 1 rules', 'brightgreen'],
  [{ verdict: 'findings', rules: [passed, failed] }, '1 of 2 rules fail', 'red'],
  [{ verdict: 'findings', rules: [passed] }, 'stale expectations', 'red'],
  [{ verdict: 'inconclusive' }, 'inconclusive', 'lightgrey'],
  [{ verdict: 'inconclusive', complete: false }, 'interrupted', 'lightgrey'],
]
test.each(cases)('%j says "%s"', (report, message, color) => {
  expect(JSON.parse(written(badge, runsOf([reportWith(report)])))).toEqual({
    schemaVersion: 1,
    label: 'assay small-till',
    message,
    color,
    isError: color === 'red',
  })
})

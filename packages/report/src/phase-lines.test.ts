import { expect, test } from 'vitest'
import { caseFinished, finished, reportWith } from './__fixtures__/reports.ts'
import { phaseLines } from './phase-lines.ts'
import { runGatherer } from './run.ts'

const gatherer = runGatherer()
gatherer.on(caseFinished())
gatherer.on(caseFinished({ case: 'refuses/1', phase: 'refuses', outcome: 'broken' }))
gatherer.on(caseFinished({ case: 'refuses/2', phase: 'refuses', exchanges: [] }))
gatherer.on(finished(reportWith()))
const cases = gatherer.runs[0]?.cases ?? []

test('a column is a phase, and a row of zeros is left out', () => {
  expect(phaseLines(cases)).toMatchInlineSnapshot(`
    [
      "            accepts  refuses",
      "  cases           1        2",
      "  requests        1        1",
      "  broken          0        1",
    ]
  `)
})

test('where lines are too short there is no table, and where nothing ran neither', () => {
  expect(phaseLines(cases, 20)).toEqual([])
  expect(phaseLines([])).toEqual([])
})

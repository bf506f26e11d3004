import type { RuleReport } from '@assay/certify'
import { expect, test } from 'vitest'
import { caseFinished, exchange, finished, passed, reportWith } from '../__fixtures__/reports.ts'
import { runGatherer } from '../run.ts'
import { sideTaken } from './side-taken.ts'

const gatherer = runGatherer()
for (const status of [403, 400, 403, 200]) {
  const response = { status, headers: {}, body: '' }
  gatherer.on(caseFinished({ rules: [passed.id], exchanges: [{ ...exchange, response }] }))
}
gatherer.on(finished(reportWith()))
const cases = gatherer.runs[0]?.cases ?? []

const rules: readonly [Partial<RuleReport>, string][] = [
  [{ side: 'request' }, 'refuses what breaks it with 400 and 403'],
  [{ side: 'request', id: 'another' }, 'refuses what breaks it'],
  [{ side: 'answer' }, 'answers as read'],
  [{ verdict: 'fail' }, 'does otherwise'],
  [{ verdict: 'not-tested' }, 'did not show'],
  [{ outcome: 'unspecified', open: { accepted: 2, refused: 0 } }, 'accepts it'],
  [{ outcome: 'unspecified', open: { accepted: 0, refused: 2 } }, 'refuses it with 400 and 403'],
  [
    { outcome: 'unspecified', open: { accepted: 1, refused: 3 } },
    'accepts it 1 time and refuses it 3 times with 400 and 403',
  ],
]
test.each(rules)('%j %s', (more, says) => {
  expect(sideTaken({ ...passed, ...more }, cases)).toBe(says)
})

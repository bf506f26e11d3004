import { expect, test } from 'vitest'
import { type Ending, exitCodeOf } from './exit-code-of.ts'

const conforms: Ending = { verdict: 'conforms', complete: true }
const findings: Ending = { verdict: 'findings', complete: true }
const inconclusive: Ending = { verdict: 'inconclusive', complete: true }
const interrupted: Ending = { verdict: 'findings', complete: false }

test.each<[readonly Ending[], number]>([
  [[conforms, conforms], 0],
  [[conforms, findings], 1],
  [[findings, inconclusive], 3],
  [[inconclusive, 'wrong-use'], 2],
  [['wrong-use', interrupted, conforms], 130],
  [['interrupted'], 130],
  [[], 2],
])('%j ends with %i', (endings, code) => {
  expect(exitCodeOf(endings)).toBe(code)
})

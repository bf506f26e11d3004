import { expect, test } from 'vitest'
import { judged } from '../__fixtures__/judged.ts'

test.each([
  ['EUR', 'kept'],
  ['CHF', 'The currency CHF is switched off.'],
  ['ZZQ', 'kept'],
])('the code %j', (code, says) => {
  expect(judged('enabled-value', '/code', {}, { code })).toBe(says)
})

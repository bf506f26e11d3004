import { expect, test } from 'vitest'
import { judged } from '../__fixtures__/judged.ts'

test.each([
  ['BTC', 'kept'],
  ['EUR', 'The currency EUR is not crypto.'],
  ['ZZQ', 'kept'],
  ['', 'kept'],
])('the code %j', (code, says) => {
  expect(judged('currency-type', '/code', { type: 'crypto' }, { code })).toBe(says)
})

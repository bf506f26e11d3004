import { expect, test } from 'vitest'
import { judged } from '../__fixtures__/judged.ts'

test.each([
  ['EUR', 'kept'],
  ['DOGE', 'kept'],
  ['ZZQ', 'The code at /code is not known.'],
  ['eur', 'The code at /code is not known.'],
  ['', 'The code at /code is not known.'],
  [978, 'kept'],
  [null, 'kept'],
])('the code %j', (code, says) => {
  expect(judged('known-value', '/code', {}, { code })).toBe(says)
})

import { expect, test } from 'vitest'
import { nearestName } from './nearest-name.ts'

test.each([
  ['certfy', ['certify', 'mock'], 'certify'],
  ['amount.too-many-decimal', ['amount.missing', 'amount.too-many-decimals'], 'amount.too-many-decimals'],
  ['Decimal-Places', ['decimal-places'], 'decimal-places'],
  ['zzzzzz', ['certify', 'mock'], undefined],
  ['x', [], undefined],
])('%s among %j means %s', (word, names, want) => {
  expect(nearestName(word, names)).toBe(want)
})

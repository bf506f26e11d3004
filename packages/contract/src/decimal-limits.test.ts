import { expect, test } from 'vitest'
import { decimalFault } from './decimal-limits.ts'

test.each([
  ['10', {}, undefined],
  ['-0.5', {}, undefined],
  ['1e3', {}, 'is not a plain decimal number'],
  ['+1', {}, 'is not a plain decimal number'],
  ['1.', {}, 'is not a plain decimal number'],
  ['.5', {}, 'is not a plain decimal number'],
  ['1,5', {}, 'is not a plain decimal number'],
  ['', {}, 'is not a plain decimal number'],
  ['0.10', { minimum: '0.1', maximum: '0.1' }, undefined],
  ['9007199254740993', { maximum: '9007199254740992' }, 'is more than 9007199254740992'],
  ['0.30000000000000001', { exclusiveMinimum: '0.3' }, undefined],
  ['0.3', { exclusiveMinimum: '0.3' }, 'is not more than 0.3'],
  ['0.3', { exclusiveMaximum: '0.3' }, 'is not less than 0.3'],
  ['0.001', { minimum: '0.01' }, 'is less than 0.01'],
  ['1.234', { places: 2 }, 'has 3 digits after the point, at most 2 are allowed'],
  ['1.23', { places: 2 }, undefined],
])('%s within %j: %s', (text, limits, expected) => {
  expect(decimalFault(text, limits)).toBe(expected)
})

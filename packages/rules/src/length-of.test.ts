import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasLength, lengthOf } from './length-of.ts'

test('a pair of surrogates is one character', () => {
  expect(['', 'ab', '😀', '😀b'].map(lengthOf)).toEqual([0, 2, 1, 2])
})

test('a string has a length where its characters are as many', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '😀', '\ud800'), maxLength: 8 }), fc.nat(10), (text, least) => {
      expect(hasLength(text, least)).toBe(lengthOf(text) >= least)
    }),
  )
})

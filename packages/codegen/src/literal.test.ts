import { JsonNumber } from '@assay/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { literal } from './literal.ts'

test('a literal evaluates to the value it was made of', () => {
  fc.assert(
    // What stands in a contract was read from JSON text, which writes -0 as 0.
    fc.property(
      fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value))),
      (value) => {
        expect(Function(`'use strict'; return (${literal(value)})`)()).toEqual(value)
      },
    ),
    { numRuns: 500 },
  )
})

test('literals are written as people write them', () => {
  expect(literal({ name: "it's", 'a-b': ['x', 1, null], exact: new JsonNumber('1.00000000000000000001') })).toBe(
    `{ name: "it's", 'a-b': ['x', 1, null], exact: 1.00000000000000000001 }`,
  )
  expect(literal({ a: 'x'.repeat(120) })).toBe(`{\n  a: '${'x'.repeat(120)}',\n}`)
})

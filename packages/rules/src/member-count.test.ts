import type { JsonObject } from '@assay/contract'
import { expect, test } from 'vitest'
import { judged } from './__fixtures__/judged.ts'

const members = { members: ['a', 'b'] }

test.each<[JsonObject, exactly: boolean, atLeast: boolean, atMost: boolean]>([
  [{}, false, false, true],
  [{ a: null, b: null }, false, false, true],
  [{ a: 1 }, true, true, true],
  [{ a: 1, b: null }, true, true, true],
  [{ a: 1, b: 'of a wrong type' }, false, true, false],
])('%j', (body, ...expected) => {
  const kinds = ['exactly-one-of', 'at-least-one-of', 'at-most-one-of']
  expect(kinds.map((kind) => judged(kind, '', members, body) === 'kept')).toEqual(expected)
})

test('an object that is absent keeps them all', () => {
  expect(judged('exactly-one-of', '/inside', members, {})).toBe('kept')
  expect(judged('exactly-one-of', '/inside', members, { inside: 'text' })).toBe('kept')
})

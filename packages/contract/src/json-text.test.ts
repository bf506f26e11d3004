import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Json, JsonNumber } from './json.ts'
import { parseJson, stringifyJson } from './json-text.ts'

test.each([
  ['100', 100],
  ['100.10', 100.1],
  ['123456789012345', 123456789012345],
  ['1234567890123456', new JsonNumber('1234567890123456')],
  ['0.123456789012345678', new JsonNumber('0.123456789012345678')],
  ['1e400', new JsonNumber('1e400')],
  ['1E2', 100],
  ['-0.000000000000001', -0.000000000000001],
  ['"1234567890123456"', '1234567890123456'],
  ['{"a":1,"a":2}', { a: 2 }],
])('%s is read exactly', (text, want) => {
  expect(parseJson(text)).toEqual(want)
})

test.each(['', '{', '{"a":1,}', 'nul', '01', '"\u0001"', '{"a":1234567890123456'])('%j is refused', (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError)
})

test('writes the digits that were read, whatever their number', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 })
  const number = fc
    .tuple(fc.integer({ min: 1, max: 9 }), digits, digits)
    .map(([first, whole, fraction]) => `${first}${whole.join('')}.${fraction.join('')}1`)
  fc.assert(
    fc.property(number, (text) => {
      const written = stringifyJson(parseJson(`{"amount":${text}}`))
      expect(written).toBe(`{"amount":${text}}`)
    }),
  )
})

test('reads and writes any JSON as the built-in functions do', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.parse(stringifyJson(parseJson(text)))).toEqual(JSON.parse(text))
    }),
  )
})

test('writes numbers without an object around them', () => {
  const value: Json = {
    amount: new JsonNumber('123456789012345678.9'),
    list: [1, new JsonNumber('2.00000000000000000001')],
  }
  expect(stringifyJson(value)).toBe('{"amount":123456789012345678.9,"list":[1,2.00000000000000000001]}')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callbackBody } from './callback-body.ts'
import { parseExactJson } from './exact-json.ts'

test('a number keeps its digits, and a string that looks like a mark is a string', () => {
  const text = '{"a":0.10,"nb":"n1","s\\"":["s",-1.50e+3,true,null],"__proto__":{"x":1},"":""}'
  expect(parseExactJson(text)).toEqual(
    Object.fromEntries([
      ['a', { text: '0.10' }],
      ['nb', 'n1'],
      ['s"', ['s', { text: '-1.50e+3' }, true, null]],
      ['__proto__', { x: { text: '1' } }],
      ['', ''],
    ]),
  )
})

test.each([
  '',
  '{',
  '01',
  '[1,]',
  '{"a":nul}',
  'NaN',
  '"\n"',
  '{"a" 1}',
  '-',
  '1 2',
  `${'['.repeat(200)}${']'.repeat(200)}`,
])('%j is no JSON that is read', (text) => {
  expect(() => parseExactJson(text)).toThrow(SyntaxError)
})

test('any other value is what the built-in parser makes of it', () => {
  const property = fc.property(fc.json({ noUnicodeString: false, maxDepth: 5 }), fc.boolean(), (json, indented) => {
    const text = indented ? JSON.stringify(JSON.parse(json), null, 2) : json
    // Doubles of more than 15 digits come as text here, so that nothing is rounded in silence.
    const expected = JSON.parse(text, (_, value: unknown) =>
      typeof value === 'number' &&
      value.toString().replace(/e.*$/, '').replace(/\D/g, '').replace(/^0+/, '').length > 15
        ? `${value}`
        : value,
    )
    expect(JSON.stringify(callbackBody(parseExactJson(text), []))).toBe(JSON.stringify(expected))
  })
  fc.assert(property, { numRuns: 1000 })
})

test('an amount is a string whichever way it came, to the last digit', () => {
  const body = parseExactJson(
    '{"amount":0.123456789012345678,"list":[{"amount":100.00},{"amount":"1.0"}],"n":12345678901234567890,"i":3}',
  )
  expect(callbackBody(body, ['/amount', '/list/*/amount'])).toEqual({
    amount: '0.123456789012345678',
    list: [{ amount: '100.00' }, { amount: '1.0' }],
    n: '12345678901234567890',
    i: 3,
  })
})

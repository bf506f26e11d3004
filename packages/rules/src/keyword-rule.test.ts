import { type Json, JsonNumber, type Rule } from '@assay/contract'
import { expect, test } from 'vitest'
import { judged } from './__fixtures__/judged.ts'

const table: readonly [
  kind: string,
  limit: Rule['parameters'][string],
  kept: readonly Json[],
  broken: readonly Json[],
][] = [
  ['type', 'string', ['', null], [1, true, {}, []]],
  [
    'type',
    'integer',
    [1, 1.0, -3, new JsonNumber('12345678901234567890')],
    [1.5, '1', true, new JsonNumber('1.0000000000000000001')],
  ],
  ['type', 'number', [1, 1.5], ['1.5', true]],
  ['type', ['string', 'integer'], ['a', 2], [2.5, true]],
  ['enum', ['natural', 'legal'], ['natural', 5, null], ['Natural', 'other', '']],
  ['enum', [1, 2.5], [1, 2.5, '1'], [3]],
  ['const', 'EUR', ['EUR', 1], ['eur']],
  ['pattern', '^\\d+$', ['12', 12], ['1.2', '']],
  ['format', 'email', ['a@example.com', 5], ['a.example.com', 'a b@example.com', 'a@']],
  [
    'format',
    'uri',
    ['https://example.com/a', 'https://localhost:4010/a'],
    ['example.com/a', 'https://exa mple.com', 'https://'],
  ],
  ['format', 'uuid', ['0b4e7a52-6b1c-4c1e-9d3f-6a7d5f1c2b3a'], ['not-a-uuid']],
  ['format', 'no-such-format', ['anything'], []],
  ['minLength', 1, ['a', ' ', 5, null], ['']],
  ['minLength', 2, ['ab'], ['a', '😀']],
  ['maxLength', 3, ['abc', '😀😀😀', 1234, null], ['abcd', '😀😀😀a']],
  ['minimum', 0, [0, 1, '-1'], [-1, -0.01, new JsonNumber('-0.00000000000000001')]],
  ['maximum', 10, [10, '11'], [11, new JsonNumber('10.00000000000000001')]],
  ['exclusiveMinimum', 0, [0.01], [0, -1]],
  ['exclusiveMaximum', 5, [4.99], [5]],
  ['multipleOf', 0.01, [19.99, 0.07, 'x'], [0.001]],
  ['minItems', 1, [['a'], 'a'], [[]]],
  ['maxItems', 1, [['a'], []], [['a', 'b']]],
  [
    'uniqueItems',
    true,
    [
      ['a', 'b'],
      [1, '1'],
    ],
    [
      ['a', 'a'],
      [{ x: 1 }, { x: 1 }],
    ],
  ],
  ['minProperties', 1, [{ a: 1 }, 'a'], [{}, { a: null }]],
  ['maxProperties', 1, [{ a: 1, b: null }], [{ a: 1, b: 2 }]],
]

for (const [kind, limit, kept, broken] of table) {
  test(`${kind} ${JSON.stringify(limit)} keeps and breaks what it says`, () => {
    for (const value of kept)
      expect([value, judged(kind, '/x', { value: limit }, { x: value })]).toEqual([value, 'kept'])
    for (const value of broken) {
      expect([value, judged(kind, '/x', { value: limit }, { x: value })]).toEqual([
        value,
        expect.stringContaining('The value at /x'),
      ])
    }
  })
}

test('a keyword says nothing about a value that is not there', () => {
  for (const [kind, limit] of table) expect(judged(kind, '/x/y', { value: limit }, { x: 'text' })).toBe('kept')
})

test.each([
  ['not there', { a: {} }, 'The member /a/b is missing.'],
  ['null', { a: { b: null } }, 'The member /a/b is missing.'],
  ['there', { a: { b: 0 } }, 'kept'],
  ['below nothing', { c: 1 }, 'kept'],
  ['below text', { a: 'text' }, 'kept'],
])('a required member that is %s', (_, body, says) => {
  expect(judged('required', '/a/b', {}, body)).toBe(says)
})

test('null is a value for a required member whose schema allows it', () => {
  expect(judged('required', '/a', { nullable: true }, { a: null })).toBe('kept')
  expect(judged('required', '/a', { nullable: true }, {})).toBe('The member /a is missing.')
})

test('null members count as absent for keywords that hold schemas', () => {
  const parameters = { schema: { oneOf: [{ required: ['seconds'] }, { required: ['until'] }] } }
  expect(judged('oneOf', '', parameters, { seconds: 3600, until: null })).toBe('kept')
  expect(judged('oneOf', '', parameters, { seconds: 3600, until: 1 })).toBe('The value at the top does not fit oneOf.')
  expect(judged('oneOf', '', parameters, ['of another type'])).toBe('kept')
})

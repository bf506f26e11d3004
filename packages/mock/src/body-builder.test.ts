import { type Json, JsonNumber, type JsonSchema } from '@assay/contract'
import { expect, test } from 'vitest'
import { type BodySources, bodyBuilder } from './body-builder.ts'

const schema: JsonSchema = {
  type: 'object',
  required: ['id', 'state', 'fee', 'items', 'owner'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    note: { type: 'string' },
    state: { type: 'string', enum: ['new', 'old'] },
    fee: { type: 'number', minimum: 2 },
    items: { type: 'array', items: { type: 'boolean' }, minItems: 1 },
    owner: { type: 'object', required: ['name'], properties: { name: { type: 'string', minLength: 2 } } },
  },
}

test.each<[string, BodySources & { readonly made?: Json }, Json]>([
  [
    'required members from their type',
    {},
    {
      id: '00000000-0000-4000-8000-000000000000',
      state: 'new',
      fee: 2,
      items: [false],
      owner: { name: '00' },
    },
  ],
  [
    'required members from the example, where no enumeration fixes them',
    { example: { id: 'a', note: 'not wanted', state: 'old', fee: 3, items: [], owner: { name: 'Ann' } } },
    { id: 'a', state: 'new', fee: 3, items: [], owner: { name: 'Ann' } },
  ],
  [
    'what rules make, optional members and null too, in the order of the schema',
    { made: { more: 1, note: null, owner: { name: 'Bo' }, id: 'b' }, example: { fee: 3, items: [] } },
    { id: 'b', note: null, state: 'new', fee: 3, items: [], owner: { name: 'Bo' }, more: 1 },
  ],
  [
    'what a fallback tells of a member',
    {
      fallback: ({ type }, member) => (type === 'string' ? `the ${member}` : undefined),
      example: { fee: 1, items: [] },
    },
    { id: 'the id', state: 'new', fee: 1, items: [], owner: { name: 'the name' } },
  ],
])('a body has %s', (_, { made, ...sources }, body) => {
  const build = bodyBuilder(schema, sources)
  expect(build(made)).toEqual(body)
  expect(JSON.stringify(build(made))).toBe(JSON.stringify(body))
})

test('what rules make of one body is not in the next', () => {
  const build = bodyBuilder({ required: ['a'], properties: { a: { default: 1 }, b: {} } }, {})
  expect([build({ a: 2, b: 3, c: 4 }), build({ b: 5 }), build()]).toEqual([
    { a: 2, b: 3, c: 4 },
    { a: 1, b: 5 },
    { a: 1 },
  ])
})

test('the parts of allOf and the first alternative of oneOf are built together', () => {
  const composed: JsonSchema = {
    allOf: [{ type: 'object', required: ['a'], properties: { a: { const: 1 } } }],
    oneOf: [{ required: ['b'], properties: { b: { const: null } } }, { required: ['c'] }],
  }
  expect(bodyBuilder(composed, {})()).toEqual({ a: 1, b: null })
})

test('a member that may be null is null where no rule makes it', () => {
  const nullable: JsonSchema = { required: ['wallet'], properties: { wallet: { type: ['string', 'null'] } } }
  expect(bodyBuilder(nullable, { example: { wallet: 'main' } })()).toEqual({ wallet: null })
  expect(bodyBuilder(nullable, {})({ wallet: 'other' })).toEqual({ wallet: 'other' })
})

test.each<[Json, 'string' | 'number', Json]>([
  [100.5, 'string', '100.5'],
  [new JsonNumber('0.1234567890123456789'), 'string', '0.1234567890123456789'],
  ['0.5', 'number', 0.5],
  ['0.1234567890123456789', 'number', new JsonNumber('0.1234567890123456789')],
  ['0x10', 'number', '0x10'],
])('%j that a rule makes is spelt as a %s', (made, type, expected) => {
  expect(bodyBuilder({ type }, {})(made)).toEqual(expected)
})

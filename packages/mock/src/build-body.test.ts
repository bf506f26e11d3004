import { type Json, JsonNumber, type JsonSchema } from '@assay/contract'
import { expect, test } from 'vitest'
import { type BodySources, buildBody } from './build-body.ts'

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

test.each<[string, BodySources, Json]>([
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
])('a body has %s', (_, sources, body) => {
  expect(buildBody(schema, sources)).toEqual(body)
  expect(JSON.stringify(buildBody(schema, sources))).toBe(JSON.stringify(body))
})

test('the parts of allOf and the first alternative of oneOf are built together', () => {
  const composed: JsonSchema = {
    allOf: [{ type: 'object', required: ['a'], properties: { a: { const: 1 } } }],
    oneOf: [{ required: ['b'], properties: { b: { const: null } } }, { required: ['c'] }],
  }
  expect(buildBody(composed, {})).toEqual({ a: 1, b: null })
})

test('a member that may be null is null where no rule makes it', () => {
  const nullable: JsonSchema = { required: ['wallet'], properties: { wallet: { type: ['string', 'null'] } } }
  expect(buildBody(nullable, { example: { wallet: 'main' } })).toEqual({ wallet: null })
  expect(buildBody(nullable, { made: { wallet: 'other' } })).toEqual({ wallet: 'other' })
})

test.each<[Json, 'string' | 'number', Json]>([
  [100.5, 'string', '100.5'],
  [new JsonNumber('0.1234567890123456789'), 'string', '0.1234567890123456789'],
  ['0.5', 'number', 0.5],
  ['0.1234567890123456789', 'number', new JsonNumber('0.1234567890123456789')],
  ['0x10', 'number', '0x10'],
])('%j that a rule makes is spelt as a %s', (made, type, expected) => {
  expect(buildBody({ type }, { made })).toEqual(expected)
})

import type { JsonSchema } from '@assay/contract'
import { expect, test } from 'vitest'
import { paymentRequest } from './__fixtures__/schema-shapes.ts'
import { alternativesOf } from './alternatives-of.ts'

const currencies = Array.from({ length: 40 }, (_, index) => `C${index}`)

test.each<[string, JsonSchema, JsonSchema[]]>([
  ['a plain schema is its own alternative', { type: 'string', maxLength: 3 }, [{ type: 'string', maxLength: 3 }]],
  [
    'branches that exclude each other need no negation',
    { oneOf: [{ type: 'string' }, { type: 'null' }] },
    [{ type: 'string' }, { type: 'null' }],
  ],
  [
    'overlapping branches are cut to where they are alone',
    { type: 'integer', oneOf: [{ maximum: 10 }, { minimum: 5 }] },
    [
      { type: 'integer', exclusiveMaximum: 5 },
      { type: 'integer', exclusiveMinimum: 10 },
    ],
  ],
  [
    'a dependent member is absent or has what it asks',
    { type: 'object', dependentRequired: { a: ['b'] } },
    [
      { type: 'object', properties: { a: false } },
      { type: 'object', required: ['a', 'b'] },
    ],
  ],
  [
    'exactly one of two members',
    { type: 'object', oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    [
      { type: 'object', properties: { b: false }, required: ['a'] },
      { type: 'object', properties: { a: false }, required: ['b'] },
    ],
  ],
  [
    'a negated limit is the limit on the other side',
    { type: 'number', not: { minimum: 5 } },
    [{ type: 'number', exclusiveMaximum: 5 }],
  ],
  [
    'branches that nothing satisfies are dropped',
    { type: 'string', anyOf: [{ type: 'integer' }, { minLength: 2 }] },
    [{ type: 'string', minLength: 2 }],
  ],
  ['a contradiction has none', { allOf: [{ minLength: 3 }, { maxLength: 2 }], type: 'string' }, []],
])('%s', (_, schema, alternatives) => {
  expect(alternativesOf(schema)).toEqual(alternatives)
})

test('merges nested members through allOf and oneOf', () => {
  const alternatives = alternativesOf(paymentRequest)
  // Two lifetimes, two currencies, and the second URL with or without the first.
  expect(alternatives.length).toBe(8)
  const currency = alternatives[0]?.properties?.currency
  expect(alternativesOf(currency ?? false)).toEqual([
    { type: 'object', properties: { iso: { allOf: expect.anything() }, network_name: false }, required: ['iso'] },
  ])
})

test('stays small for forty currencies that exclude each other', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['currency', 'amount'],
    properties: {
      currency: { type: 'object', required: ['iso'], properties: { iso: { enum: currencies } } },
      amount: { type: 'string' },
    },
    oneOf: currencies.map((iso, index) => ({
      properties: {
        currency: { properties: { iso: { const: iso } } },
        amount: { 'x-decimal': { minimum: String(index) } },
      },
    })),
  }
  expect(alternativesOf(schema).length).toBe(40)
})

test('error: refuses more alternatives than can be told apart', () => {
  const flags = Array.from({ length: 12 }, (_, index) => ({
    anyOf: [{ required: [`a${index}`] }, { required: [`b${index}`] }],
  }))
  expect(() => alternativesOf({ type: 'object', allOf: flags })).toThrowErrorMatchingInlineSnapshot(
    `[UnsupportedSchemaError: No values can be made for "anyOf" at the root: more than 1000 alternatives have to be told apart.]`,
  )
})

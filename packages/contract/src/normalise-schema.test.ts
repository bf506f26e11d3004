import '@hyperjump/json-schema/openapi-3-0'
import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/openapi-3-0'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Json, JsonNumber } from './json.ts'
import { normaliseSchema } from './normalise-schema.ts'
import { schemaFaults, schemaValidator } from './schema-validator.ts'

test.each<[string, Json, Json]>([
  ['nullable with a type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  ['nullable without a type', { nullable: true, maxLength: 1 }, { maxLength: 1 }],
  ['nullable beside allOf', { nullable: true, allOf: [{ type: 'string' }] }, { allOf: [{ type: 'string' }] }],
  ['a nullable enum', { type: 'string', nullable: true, enum: ['a'] }, { type: ['string', 'null'], enum: ['a'] }],
  ['nullable: false', { type: 'string', nullable: false }, { type: 'string' }],
  [
    'exclusive limits',
    { minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: true },
    { exclusiveMinimum: 1, exclusiveMaximum: 5 },
  ],
  ['inclusive limits', { minimum: 1, exclusiveMinimum: false, exclusiveMaximum: true }, { minimum: 1 }],
  ['an example', { type: 'string', example: 'a' }, { type: 'string', examples: ['a'] }],
  [
    'members of its own tongue',
    { discriminator: {}, xml: {}, externalDocs: {}, 'x-strength': 'inferred', 'x-decimal': {} },
    { 'x-decimal': {} },
  ],
  [
    'what stands below',
    { items: { properties: { nullable: { type: 'integer', nullable: true } } } },
    { items: { properties: { nullable: { type: ['integer', 'null'] } } } },
  ],
  [
    'large numbers',
    { maximum: new JsonNumber('9223372036854775807'), enum: [new JsonNumber('0.12345678901234567')] },
    { maximum: 2 ** 63, enum: [new JsonNumber('0.12345678901234567')] },
  ],
  [
    'alternatives of bare required lists',
    { oneOf: [{ required: ['a'] }, { required: ['b'], title: 'B' }, { required: ['c'] }] },
    {
      oneOf: [
        { required: ['a'], properties: { b: false, c: false } },
        { required: ['b'], title: 'B', properties: { a: false, c: false } },
        { required: ['c'], properties: { a: false, b: false } },
      ],
    },
  ],
  [
    'alternatives that share members',
    { oneOf: [{ required: ['x', 'a'] }, { required: ['x', 'b'] }] },
    {
      oneOf: [
        { required: ['x', 'a'], properties: { b: false } },
        { required: ['x', 'b'], properties: { a: false } },
      ],
    },
  ],
  [
    'alternatives of which a part may be there',
    { oneOf: [{ required: ['a', 'b'] }, { required: ['c', 'd'] }] },
    { oneOf: [{ required: ['a', 'b'] }, { required: ['c', 'd'] }] },
  ],
  [
    'alternatives of which one holds the other',
    { oneOf: [{ required: ['a'] }, { required: ['a', 'b'] }] },
    { oneOf: [{ required: ['a'] }, { required: ['a', 'b'] }] },
  ],
  [
    'members that a branch forbids',
    {
      type: 'object',
      anyOf: [
        { required: ['a'], not: { required: ['b'] } },
        { not: { anyOf: [{ required: ['a'] }, { required: ['c'] }] } },
      ],
    },
    { type: 'object', anyOf: [{ required: ['a'], properties: { b: false } }, { properties: { a: false, c: false } }] },
  ],
  [
    'a branch that may be no object',
    { anyOf: [{ not: { required: ['b'] } }] },
    { anyOf: [{ not: { required: ['b'] } }] },
  ],
])('%s becomes JSON Schema 2020-12', (_, schema, expected) => {
  expect(normaliseSchema(schema, '3.0')).toEqual(expected)
  expect(normaliseSchema(expected, '3.1')).toEqual(expected)
})

test('a schema of 3.1 keeps its keywords', () => {
  const schema = {
    type: ['string', 'null'],
    const: 'a',
    examples: ['b'],
    example: 'c',
    if: { minLength: 1 },
    $defs: { a: {} },
    $id: 'x',
  }
  expect(normaliseSchema(schema, '3.1')).toEqual({
    type: ['string', 'null'],
    const: 'a',
    examples: ['b', 'c'],
    if: { minLength: 1 },
  })
})

const names = fc.constantFrom('a', 'b', 'c')
const values = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom<Json>(null, true, 0, 1, 2, 3, 1.5, '', 'a', 'ab', 'abc'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value
const optional = { requiredKeys: [] as never[] }
const schemas = fc.letrec<{ schema: Json }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record(
      { type: fc.constantFrom('string', 'integer', 'number', 'boolean', 'object', 'array'), nullable: fc.boolean() },
      optional,
    ),
    fc.record(
      {
        minimum: fc.integer({ min: 0, max: 3 }),
        exclusiveMinimum: fc.boolean(),
        maximum: fc.integer({ min: 0, max: 3 }),
        exclusiveMaximum: fc.boolean(),
      },
      optional,
    ),
    fc.record(
      { nullable: fc.boolean(), enum: fc.uniqueArray(fc.constantFrom<Json>(null, 1, 'a', 'ab'), { minLength: 1 }) },
      optional,
    ),
    fc.record(
      {
        minLength: fc.nat(2),
        maxLength: fc.nat(3),
        minItems: fc.nat(2),
        uniqueItems: fc.boolean(),
        minProperties: fc.nat(2),
      },
      optional,
    ),
    fc.record(
      {
        type: fc.constantFrom('object', 'array'),
        nullable: fc.boolean(),
        properties: fc.dictionary(names, tie('schema'), { maxKeys: 2, noNullPrototype: true }),
        required: fc.uniqueArray(names, { minLength: 1 }),
        items: tie('schema'),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
      },
      optional,
    ),
    fc.record(
      {
        allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        not: tie('schema'),
      },
      optional,
    ),
    fc.record({
      oneOf: fc.array(fc.record({ required: fc.uniqueArray(names, { minLength: 1 }) }), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('object'),
      oneOf: fc.array(
        fc.record(
          {
            required: fc.uniqueArray(names, { minLength: 1 }),
            not: fc.record({ required: fc.uniqueArray(names, { minLength: 1 }) }),
          },
          optional,
        ),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  ),
})).schema

test('a normalised schema takes the values that OpenAPI 3.0 takes, and no others', async () => {
  let taken = 0
  const property = fc.asyncProperty(
    schemas,
    fc.array(values, { minLength: 8, maxLength: 8 }),
    async (schema, samples) => {
      const id = 'https://acme.example/schema'
      registerSchema(schema as Parameters<typeof registerSchema>[0], id, 'https://spec.openapis.org/oas/3.0/dialect')
      try {
        const judge = await validate(id)
        const normalised = normaliseSchema(schema, '3.0')
        expect(schemaFaults(normalised)).toEqual([])
        for (const sample of samples) {
          const expected = judge(sample as Parameters<typeof judge>[0]).valid
          taken += expected ? 1 : 0
          expect(
            schemaValidator(normalised)(sample).length === 0,
            `${JSON.stringify(normalised)} ${JSON.stringify(sample)}`,
          ).toBe(expected)
        }
      } finally {
        unregisterSchema(id)
      }
    },
  )
  await fc.assert(property, { numRuns: 150, seed: 7 })
  expect(taken).toBeGreaterThan(100)
}, 20_000)

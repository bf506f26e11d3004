import { expect, test } from 'vitest'
import { type Json, JsonNumber } from './json.ts'
import type { JsonSchema } from './json-schema.ts'
import { schemaFaults, schemaValidator } from './schema-validator.ts'

test.each<[JsonSchema, Json, boolean]>([
  [true, null, true],
  [false, null, false],
  [{ format: 'url' }, 'http://localhost:4010/pay/1', true],
  [{ format: 'uri' }, 'https://acme.example/x?y=1#z', true],
  [{ format: 'uri' }, 'acme.example/store', false],
  [{ format: 'uri' }, 'https://exa mple.com', false],
  [{ format: 'uri' }, 'https://', false],
  [{ format: 'uuid' }, '0196f6a1-cab2-76fb-84c7-7e9ee9ddf6b4', true],
  [{ format: 'uuid' }, 'x', false],
  [{ format: 'email' }, 'a b', false],
  [{ format: 'no-such-format' }, 'x', true],
  [{ multipleOf: 0.01 }, 19.99, true],
  [{ multipleOf: 0.01 }, 19.999, false],
  [{ pattern: '^[\\w-.]+$' }, 'a-b', true],
  [{ type: 'number', maximum: 1 }, new JsonNumber('0.12345678901234567890'), true],
  [{ type: 'object', properties: { a: { maximum: 1 } } }, { a: new JsonNumber('12345678901234567890') }, false],
  [{ 'x-decimal': { minimum: '0.01', places: 2 } }, '0.01', true],
  [{ 'x-decimal': { minimum: '0.01', places: 2 } }, '0.009', false],
  [{ 'x-decimal': {} }, 5, true],
  [{ 'x-https-url': true }, 'https://acme.example/', true],
  [{ 'x-https-url': true }, 'http://acme.example/', false],
  [{ 'x-https-url': false }, 'http://acme.example/', true],
])('%j judges %j: %s', (schema, value, valid) => {
  expect(schemaValidator(schema)(value).length === 0).toBe(valid)
})

test('an error tells place, keyword and what is wrong', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['b'],
    properties: { 'a/b': { type: 'array', items: { maxLength: 2 } }, c: { enum: ['x', 1] } },
    additionalProperties: false,
  }
  expect(schemaValidator(schema)({ 'a/b': ['x', 'long'], c: 2, d: 1 })).toMatchInlineSnapshot(`
    [
      {
        "at": "",
        "keyword": "required",
        "parameters": {
          "missingProperty": "b",
        },
        "says": "The value must have required property 'b'.",
        "schemaAt": "/required",
      },
      {
        "at": "",
        "keyword": "additionalProperties",
        "parameters": {
          "additionalProperty": "d",
        },
        "says": "The value must NOT have additional properties ("d").",
        "schemaAt": "/additionalProperties",
      },
      {
        "at": "/a~1b/1",
        "keyword": "maxLength",
        "parameters": {
          "limit": 2,
        },
        "says": "/a~1b/1 must NOT have more than 2 characters.",
        "schemaAt": "/properties/a~1b/items/maxLength",
      },
      {
        "at": "/c",
        "keyword": "enum",
        "parameters": {
          "allowedValues": [
            "x",
            1,
          ],
        },
        "says": "/c must be equal to one of the allowed values ("x", 1).",
        "schemaAt": "/properties/c/enum",
      },
    ]
  `)
})

test('a validator is compiled once, for schemas that say the same too', () => {
  const one: JsonSchema = { type: 'string', description: 'one', properties: { title: { title: 'kept as a name' } } }
  const other: JsonSchema = { type: 'string', title: 'other', examples: ['x'], properties: { title: {} } }
  expect(schemaValidator(one)).toBe(schemaValidator(one))
  expect(schemaValidator(one)).toBe(schemaValidator(other))
})

test('a wrong schema tells its faults', () => {
  expect(schemaFaults({ type: 'string', minLength: 1 })).toEqual([])
  const faults = schemaFaults({ properties: { a: { minLength: '1' } } } as unknown as JsonSchema)
  expect(faults.map(({ at, says }) => [at, says])).toEqual([
    ['/properties/a/minLength', '/properties/a/minLength must be integer.'],
  ])
})

import type { JsonSchema } from '@assay/contract'
import { expect, test } from 'vitest'
import { arbitraryOf } from './arbitrary-of.ts'
import { UnsupportedSchemaError } from './unsupported-schema-error.ts'

const circular: { properties: Record<string, JsonSchema> } = { properties: {} }
circular.properties.self = circular

test.each<[string, unknown, string, string]>([
  ['a reference', { properties: { a: { $ref: '#/b' } } }, '/properties/a', '$ref'],
  ['OpenAPI 3.0 nullable', { type: 'string', nullable: true }, '', 'nullable'],
  ['draft-07 dependencies', { allOf: [{ dependencies: {} }] }, '/allOf/0', 'dependencies'],
  ['a keyword nobody knows', { type: 'string', maxlength: 3 }, '', 'maxlength'],
  ['a broken pattern', { type: 'string', pattern: '(' }, '/pattern', 'pattern'],
  [
    'a look-ahead',
    { type: 'object', required: ['a'], properties: { a: { type: 'string', pattern: '^(?=.*x)y$' } } },
    '/a',
    'pattern',
  ],
  ['a format that cannot have the pattern', { type: 'string', format: 'uuid', pattern: '^x' }, '', 'pattern'],
  [
    'a schema that holds itself',
    circular,
    '/properties/self/properties/self/properties/self/properties/self',
    'properties',
  ],
])('error: says that it cannot make values for %s', (_, schema, pointer, keyword) => {
  const caught = (): unknown => {
    try {
      return arbitraryOf(schema as JsonSchema)
    } catch (error) {
      return error
    }
  }
  const error = caught()
  expect(error).toBeInstanceOf(UnsupportedSchemaError)
  expect(error).toMatchObject({ pointer, keyword })
})

test('takes annotations, unknown formats and extensions for what they are', () => {
  const schema = { type: 'string', title: 't', format: 'currency-code', 'x-rules': [], example: 'EUR', maxLength: 3 }
  expect(() => arbitraryOf(schema as JsonSchema)).not.toThrow()
})

import type { JsonSchema } from '@assay/contract'
import { expect, test } from 'vitest'
import { mergeSchemas } from './merge-schemas.ts'

test.each<[JsonSchema, JsonSchema, JsonSchema]>([
  [true, { minLength: 1 }, { minLength: 1 }],
  [false, { minLength: 1 }, false],
  [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }, { enum: ['b'] }],
  [{ enum: ['a'] }, { enum: ['b'] }, false],
  [{ enum: ['a', 'b'] }, { not: { const: 'a' } }, { enum: ['b'] }],
  [{ const: 'a' }, { enum: ['b'] }, false],
  [{ minimum: 1 }, { minimum: 3, maximum: 9 }, { minimum: 3, maximum: 9 }],
  [
    { 'x-decimal': { minimum: '5' } },
    { 'x-decimal': { minimum: '10.5', places: 2 } },
    { 'x-decimal': { minimum: '10.5', places: 2 } },
  ],
  [{ required: ['a'] }, { properties: { a: false } }, false],
  [{ pattern: 'a' }, { pattern: 'b' }, { pattern: 'a', allOf: [{ pattern: 'b' }] }],
  [
    { anyOf: [{ properties: { a: { enum: [1] } } }, { properties: { a: { enum: [2] } } }] },
    { required: ['a'], properties: { a: { enum: [2, 3] } } },
    { anyOf: [{ properties: { a: { enum: [2] } } }], required: ['a'], properties: { a: { enum: [2, 3] } } },
  ],
])('%j and %j', (one, other, both) => {
  expect(mergeSchemas(one, other)).toEqual(both)
})

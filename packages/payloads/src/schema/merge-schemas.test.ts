import type { JsonSchema } from '@assay/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { schemaShapes } from './__fixtures__/schema-shapes.ts'
import { acceptorOf } from './acceptor-of.ts'
import { arbitraryOf } from './arbitrary-of.ts'
import { mergeSchemas } from './merge-schemas.ts'

test.each<[JsonSchema, JsonSchema, JsonSchema | undefined]>([
  [
    { type: 'integer', minimum: 1 },
    { type: 'number', minimum: 3, maximum: 9 },
    { type: 'integer', minimum: 3, maximum: 9 },
  ],
  [{ type: 'string', minLength: 1 }, { maxLength: 64 }, { type: 'string', minLength: 1, maxLength: 64 }],
  [{ enum: ['a', 'b', 'c'] }, { enum: ['c', 'b', 'd'] }, { enum: ['b', 'c'] }],
  [{ enum: ['a', 'b'] }, { const: 'c' }, undefined],
  [{ type: 'string', pattern: 'a' }, { pattern: 'b' }, { type: 'string', pattern: 'a', allOf: [{ pattern: 'b' }] }],
  [true, { type: 'null' }, { type: 'null' }],
  [false, true, undefined],
  [
    { type: 'string', 'x-decimal': { minimum: '1', places: 8 } },
    { 'x-decimal': { minimum: '0.5', maximum: '7', places: 2 } },
    { type: 'string', 'x-decimal': { minimum: '1', maximum: '7', places: 2 } },
  ],
  [{ type: 'string', 'x-decimal': { minimum: '1' } }, { 'x-decimal': { exclusiveMaximum: '1' } }, undefined],
  [
    { type: 'string', 'x-decimal': { minimum: '1' } },
    { 'x-decimal': { maximum: '1.0' } },
    { type: 'string', 'x-decimal': { minimum: '1', maximum: '1.0' } },
  ],
  [{ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }, { properties: { a: false } }, undefined],
  [
    { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
    { properties: { b: { type: 'string' } } },
    { type: 'object', properties: { a: { type: 'string' }, b: false }, additionalProperties: false },
  ],
])('merges %j and %j', (left, right, merged) => {
  expect(mergeSchemas(left, right)).toEqual(merged)
})

const names = Object.keys(schemaShapes)

test('what both accept the merged schema accepts, and the other way round', () => {
  const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names))
  fc.assert(
    fc.property(pair, ([first, second]) => {
      const left = schemaShapes[first] ?? true
      const right = schemaShapes[second] ?? true
      const merged = mergeSchemas(left, right)
      const both = acceptorOf({ allOf: [left, right] })
      const accepts = acceptorOf(merged ?? false)
      for (const schema of [left, right]) {
        for (const value of fc.sample(arbitraryOf(schema), { seed: 1, numRuns: 5 }))
          expect(accepts(value)).toBe(both(value))
      }
    }),
    { seed: 11, numRuns: 30 },
  )
})

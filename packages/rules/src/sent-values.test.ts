import { type Json, parseJson } from '@assay/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentAt } from './sent-at.ts'
import { sentValues } from './sent-values.ts'

const pointers = ['/a/b', '', '/a', '/list/1', '/a/b/c', '/__proto__/a', '/a~1b', '/toString'] as const
const places = sentValues()
const indexes = pointers.map((pointer) => places.indexOf(pointer))

const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, 'text', 1, parseJson('12345678901234567.5'), true),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'a/b', 'list', '__proto__', 'text'), tie('value')),
  ),
})).value

test('values looked up together are those looked up one by one', () => {
  fc.assert(
    fc.property(fc.option(value, { nil: undefined }), (body) => {
      const values = places.in(body)
      expect(indexes.map((index) => values[index])).toEqual(pointers.map((pointer) => sentAt(body, pointer)))
    }),
    { numRuns: 500 },
  )
})

test('a place keeps its index', () => {
  expect(pointers.map((pointer) => places.indexOf(pointer))).toEqual(indexes)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshId } from './fresh-id.ts'
import { seededBytes } from './seeded-bytes.ts'

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })

test.each([
  ['f47ac10b-58cc-4372-a567-0e02b2c3d479', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
  ['019d511c-9fd2-7e71-b534-74e8abd855f1', /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
  ['https://pay.example.com/toll/lLXLZ6Q8', /^https:\/\/pay\.example\.com\/toll\/[A-Za-z0-9]{22}$/],
  ['lLXLZ6Q8lCwFFRbyW0C1ET', /^[A-Za-z0-9]{22}$/],
  [undefined, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
])('an id has the form of the example %s', (example, form) => {
  fc.assert(fc.property(bytes, (drawn) => form.test(String(freshId(example, drawn, 0, 1_775_542_323_000)))))
})

test('a UUID of version 7 begins with the time', () => {
  const id = freshId('019d511c-9fd2-7e71-b534-74e8abd855f1', new Uint8Array(32), 0, 0x019d511c9fd2)
  expect(id).toBe('019d511c-9fd2-7000-8000-000000000000')
})

test('integers count on from the example', () => {
  expect([0, 1, 2].map((drawn) => freshId(826900, new Uint8Array(32), drawn, 0))).toEqual([826901, 826902, 826903])
})

test('a seed gives the same bytes each time and never the same twice', () => {
  const [one, other, another] = [seededBytes(1), seededBytes(1), seededBytes(2)]
  const drawn = Array.from({ length: 100 }, () => Buffer.from(one()).toString('hex'))
  expect(Array.from({ length: 100 }, () => Buffer.from(other()).toString('hex'))).toEqual(drawn)
  expect(drawn).not.toContain(Buffer.from(another()).toString('hex'))
  expect(new Set(drawn).size).toBe(100)
})

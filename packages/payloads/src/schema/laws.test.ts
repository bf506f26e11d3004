import { isJsonObject, type Json, type JsonObject, type JsonSchema } from '@assay/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paymentRequest, schemaShapes } from './__fixtures__/schema-shapes.ts'
import { acceptorOf } from './acceptor-of.ts'
import { arbitraryOf } from './arbitrary-of.ts'
import { UnsatisfiableSchemaError } from './unsatisfiable-schema-error.ts'

/** The value that fast-check shrinks to when every value fails that is no smaller than asked. */
function shrunk(schema: JsonSchema, fails: (value: Json) => boolean, seed = 3): Json {
  const run = fc.check(
    fc.property(arbitraryOf(schema), (value) => !fails(value)),
    { seed, numRuns: 200 },
  )
  return run.counterexample?.[0] ?? 'nothing failed'
}

test.each(Object.entries(schemaShapes))('shrinks only to values that are accepted: %s', (_, schema) => {
  const accepts = acceptorOf(schema)
  const arbitrary = arbitraryOf(schema)
  const random = fc.sample(fc.noShrink(fc.integer()), { seed: 1, numRuns: 1 })
  for (const seed of random) {
    const refused: Json[] = []
    fc.check(
      fc.property(arbitrary, (value) => {
        if (!accepts(value)) refused.push(value)
        return false
      }),
      { seed, numRuns: 1 },
    )
    expect(refused).toEqual([])
  }
})

test('shrinks a payment request to its required members', () => {
  expect(shrunk(paymentRequest, () => true)).toEqual({
    amount: '100',
    currency: { iso: 'EUR' },
    life_time_duration: 3600,
  })
})

test('shrinks to one and the same value from every seed', () => {
  const failures: ((value: JsonObject) => boolean)[] = [
    (value) => 'url_failed' in value,
    (value) => String(value.title ?? '').length > 99,
    (value) => isJsonObject(value.currency) && value.currency.iso === 'USDC',
    (value) => Number(value.amount) > 500,
    (value) => isJsonObject(value.sender) && value.sender.tax_id === null && 'title' in value,
    (value) => String(value.email ?? '').length > 60,
  ]
  const ends = failures.map((fails) => {
    const found = [1, 2, 3].map((seed) => shrunk(paymentRequest, (value) => isJsonObject(value) && fails(value), seed))
    return new Set(found.map((value) => JSON.stringify(value))).size
  })
  expect(ends).toEqual(failures.map(() => 1))
})

test('shrinks a text to the shortest that fails', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: { a: { type: 'string', maxLength: 255 }, b: { type: 'string' } },
  }
  expect(shrunk(schema, (value) => isJsonObject(value) && String(value.a ?? '').length >= 100)).toEqual({
    a: 'a'.repeat(100),
  })
})

test('shrinks to the one optional member that fails', () => {
  expect(shrunk(paymentRequest, (value) => isJsonObject(value) && 'url_failed' in value)).toEqual({
    amount: '100',
    currency: { iso: 'EUR' },
    url_success: 'https://example.com',
    url_failed: 'https://example.com',
    life_time_duration: 3600,
  })
})

test('spreads lengths over the allowed range and reaches its ends', () => {
  const schema: JsonSchema = { type: 'string', minLength: 1, maxLength: 255 }
  const lengths = fc.sample(arbitraryOf(schema), { seed: 5, numRuns: 8000 }).map((value) => String(value).length)
  expect(new Set(lengths).size).toBeGreaterThan(245)
  expect([1, 2, 254, 255].every((length) => lengths.filter((made) => made === length).length > 20)).toBe(true)
  expect(lengths.filter((length) => length <= 16).length).toBeGreaterThan(4000)
})

test('has every pair of optional members in all four combinations', () => {
  const optional = ['foreign_id', 'title', 'description', 'url_success', 'email', 'sender']
  const seen = new Set<string>()
  for (const value of fc.sample(arbitraryOf(paymentRequest), { seed: 6, numRuns: 300 })) {
    for (const a of optional) {
      for (const b of optional) if (a < b && isJsonObject(value)) seen.add(`${a} ${a in value} ${b} ${b in value}`)
    }
  }
  expect(seen.size).toBe(15 * 4)
})

test('makes numbers of at most fifteen digits and without an exponent', () => {
  const schemas: JsonSchema[] = [
    { type: 'number' },
    { type: 'integer', format: 'int64' },
    { type: 'number', minimum: 0, maximum: 1e-5 },
    { type: 'number', multipleOf: 0.00000001, minimum: 0, maximum: 1 },
    { type: 'number', minimum: 1e15 - 3 },
  ]
  for (const schema of schemas) {
    for (const value of fc.sample(arbitraryOf(schema), { seed: 7, numRuns: 300 })) {
      expect(String(value)).toMatch(/^-?\d+(\.\d+)?$/)
      expect(String(value).replace(/[-.]/g, '').replace(/^0+/, '').length).toBeLessThanOrEqual(15)
    }
  }
})

test('makes Unicode texts of the asked length in code points when asked for any strings', () => {
  const schema: JsonSchema = { type: 'string', minLength: 3, maxLength: 5 }
  const values = fc.sample(arbitraryOf(schema, { strings: 'any' }), { seed: 8, numRuns: 300 }).map(String)
  expect(values.every((text) => [...text].length >= 3 && [...text].length <= 5 && !/\p{Surrogate}/u.test(text))).toBe(
    true,
  )
  expect(values.some((text) => [...text].some((character) => character.length > 1))).toBe(true)
  expect(
    fc.sample(arbitraryOf(schema), { seed: 8, numRuns: 300 }).every((text) => /^[\w .,-]+$/.test(String(text))),
  ).toBe(true)
})

test('leaves out absent members, keeps required ones and always makes the others', () => {
  const options = {
    absent: new Set(['/title', '/sender/tax_id', '/amount', '/life_time_duration']),
    always: new Set(['/email', '/sender']),
  }
  for (const value of fc.sample(arbitraryOf(paymentRequest, options), { seed: 9, numRuns: 200 })) {
    expect(value).not.toHaveProperty('title')
    expect(value).not.toHaveProperty('sender.tax_id')
    expect(value).not.toHaveProperty('life_time_duration')
    expect(value).toHaveProperty('amount')
    expect(value).toHaveProperty('email')
    expect(value).toHaveProperty('sender.country')
  }
})

test('makes members the schema does not name only when asked', () => {
  const schema: JsonSchema = { type: 'object', properties: { a: { type: 'string' } } }
  const names = (additionalMembers: boolean): Set<string> =>
    new Set(
      fc
        .sample(arbitraryOf(schema, { additionalMembers }), { seed: 1, numRuns: 100 })
        .flatMap((value) => Object.keys(value ?? {})),
    )
  expect([...names(false)]).toEqual(['a'])
  expect(names(true).size).toBeGreaterThan(20)
})

test.each<[JsonSchema, string]>([
  [false, 'the root'],
  [{ type: 'string', enum: [1] }, 'the root'],
  [{ type: 'object', required: ['a'], properties: { a: { minimum: 3, maximum: 2, type: 'integer' } } }, 'the root'],
  [{ allOf: [{ type: 'string' }, { type: 'integer' }] }, 'the root'],
  [{ oneOf: [{ type: 'string' }, { type: 'string' }] }, 'the root'],
  [{ type: 'array', items: { not: {} }, minItems: 1 }, 'the root'],
  [{ type: 'integer', multipleOf: 10, minimum: 11, maximum: 19 }, 'the root'],
])('says that nothing satisfies %j', (schema, place) => {
  expect(() => arbitraryOf(schema)).toThrow(UnsatisfiableSchemaError)
  expect(() => arbitraryOf(schema)).toThrow(place)
})

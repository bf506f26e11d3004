import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainRequestOf } from './__fixtures__/send.ts'
import { tollContract } from './__fixtures__/toll-contract.ts'
import { createMock } from './create-mock.ts'

const mock = createMock(tollContract)

/** JSON that is legal and odd: any value, also at the places that the contract speaks of. */
const oddBody = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
  fc
    .record(
      {
        amount: fc.oneof(fc.jsonValue(), fc.constantFrom('1e5', '-1', '+5', '0x10', '１００', ' 100', '9'.repeat(400))),
        currency: fc.oneof(
          fc.jsonValue(),
          fc.record({ iso: fc.constantFrom('EUR', 'eur', '__proto__', 'constructor') }),
        ),
        seconds: fc.oneof(fc.jsonValue(), fc.double(), fc.maxSafeInteger()),
        note: fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })),
        reference: fc.oneof(fc.jsonValue(), fc.constantFrom('__proto__', '\u0000', '\ud800')),
        pay: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
  fc.constantFrom(
    '',
    'null',
    '{',
    '{"amount":"100","amount":"200","currency":{"iso":"EUR"}}',
    '{"__proto__":{"amount":"100"},"constructor":{"prototype":{}}}',
    '{"amount":"100","currency":{"iso":"EUR"},"note":"\\ud800"}',
    '{"amount":1e999999,"currency":{"iso":"EUR"},"seconds":1e400}',
    '{"seconds":123456789012345678901234567890}',
    '[['.repeat(20_000),
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    `${'{"currency":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    '\ufeff{"amount":"100"}',
  ),
)

test('any rightly signed body gets a 2xx or 4xx', () => {
  fc.assert(
    fc.property(oddBody, (text) => {
      const { status } = mock.answer(plainRequestOf(mock, { body: null, text }))
      expect(status).toBeGreaterThanOrEqual(200)
      expect(status).toBeLessThan(500)
      expect(status).not.toBe(204)
    }),
    // An object that cannot be turned into text by itself brought the record of what was created down once.
    { numRuns: 1000, examples: [['{"amount":"1e5","reference":{"toString":false}}']] },
  )
}, 30_000)

test('any bytes, method, target and headers get a 4xx', () => {
  const header = fc.string({ unit: fc.constantFrom(...'abc ,="\t;{}%\u00e9') }).map((value) => value.trim())
  const request = fc.record({
    method: fc.constantFrom('POST', 'GET', 'PUT', 'OPTIONS', 'HEAD', ''),
    target: fc.oneof(fc.constant('/v1/tolls'), fc.webPath(), fc.string(), fc.constant('/v1/tolls?%ff#..//')),
    headers: fc
      .dictionary(fc.constantFrom('x-key', 'x-signature', 'content-type', 'content-length'), header)
      .map((members) => new Headers(members)),
    bytes: fc.uint8Array({ maxLength: 200 }),
  })
  fc.assert(
    fc.property(request, (one) => {
      const { status, text } = mock.answer(one)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(() => JSON.parse(text)).not.toThrow()
    }),
    { numRuns: 1000 },
  )
}, 30_000)

test('an answer shows neither key nor secret', () => {
  fc.assert(
    fc.property(oddBody, (text) => {
      const answer = mock.answer(plainRequestOf(mock, { body: null, text, fault: 'wrong-secret' }))
      expect(JSON.stringify(answer)).not.toMatch(/assay-mock-(key|secret)/)
    }),
    { numRuns: 100 },
  )
})

test('prototypes stay as they were', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect('amount' in {}).toBe(false)
})

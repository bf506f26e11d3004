import type { Draft } from '@assay/rules'
import { expect, test } from 'vitest'
import { plainRequestOf, requestOf, send } from './__fixtures__/send.ts'
import { tollContract } from './__fixtures__/toll-contract.ts'
import { createMock } from './create-mock.ts'
import type { Mock } from './mock.ts'

const valid = { amount: '100.50', currency: { iso: 'EUR' }, seconds: 3600 }
const now = () => 1_700_000_000_000

test('a request that keeps every rule gets the documented success', () => {
  const mock = createMock(tollContract, { now })
  expect(send(mock, { body: { ...valid, note: 'hi', reference: 'one' } })).toMatchInlineSnapshot(`
    {
      "body": {
        "data": {
          "amount": "100.50",
          "currency": {
            "iso": "EUR",
          },
          "expires": 1700003600,
          "id": "018bcfe5-6800-7eff-95fe-b176164797e4",
          "kind": "toll",
          "link": "https://pay.example.com/toll/4et4wDR0VgEjCF2pUjtpg2",
          "note": "hi",
          "reference": "one",
          "status": "created",
        },
      },
      "rule": undefined,
      "status": 201,
    }
  `)
})

test.each<[string, number, object, object]>([
  ['amount.missing', 422, { amount: undefined }, { error: 'The amount is mandatory.', code: 422 }],
  [
    'amount.decimals',
    422,
    { amount: '100.123' },
    { error: 'The amount for EUR cannot have more than 2 decimal places.', code: 422 },
  ],
  ['amount.minimum', 422, { amount: '4.99' }, { error: 'The minimum amount is 5 EUR.', code: 422 }],
  ['amount.maximum', 422, { amount: '1000.01' }, { error: 'The maximum amount is 1000 EUR.', code: 422 }],
  ['life-time.short', 422, { seconds: 299 }, { error: 'The lifespan must be at least 5 minutes.', code: 422 }],
  ['life-time.long', 422, { seconds: 172_801 }, { error: 'The lifespan must be at most 2 days.', code: 422 }],
  ['currency.disabled', 422, { currency: { iso: 'CHF' } }, { error: 'The currency is disabled.', code: 422 }],
  ['pay.rate', 422, { pay: 'CHF' }, { error: 'No rate between EUR and CHF.', code: 422 }],
  // No error is documented for these: the status is the rule's, else 422, and the body has the shape of the other errors.
  ['amount.type', 422, { amount: 5 }, { error: 'The rule amount.type.', code: 422 }],
  ['note.too-long', 422, { note: '123456' }, { error: 'The rule note.too-long.', code: 422 }],
  ['currency.unknown', 404, { currency: { iso: 'XYZ' } }, { error: 'The rule currency.unknown.', code: 404 }],
])('breaking %s is answered with %i', (rule, status, change, body) => {
  const mock = createMock(tollContract)
  expect(send(mock, { body: { ...valid, ...change } })).toEqual({ rule, status, body })
})

test.each([
  ['auth.no-key', { fault: 'missing-key' }, 'No key'],
  ['auth.bad-key', { fault: 'unknown-key' }, 'Bad key'],
  ['auth.no-signature', { fault: 'missing-signature' }, 'No signature'],
  ['auth.bad-signature', { fault: 'wrong-secret' }, 'Bad signature'],
  ['auth.bad-signature', { fault: 'other-body' }, 'Bad signature'],
  ['body.json', { text: '{"amount":' }, 'Bad content'],
  ['body.json', { text: '[]' }, 'Bad content'],
  ['body.content-type', { contentType: 'text/plain' }, 'Bad content'],
] as const)('breaking %s by %o is answered with 403', (rule, how, error) => {
  const mock = createMock(tollContract)
  expect(send(mock, { body: valid, ...how })).toEqual({ rule, status: 403, body: { error, code: 403 } })
})

test('of several broken rules the first in the order of the stages answers', () => {
  const mock = createMock(tollContract)
  mock.control.set({ states: ['client-disabled'] })
  const worst = { seconds: 1, note: '123456' }
  expect(send(mock, { body: worst, fault: 'wrong-secret', contentType: null }).rule).toBe('auth.bad-signature')
  expect(send(mock, { body: worst, contentType: null }).rule).toBe('body.content-type')
  expect(send(mock, { body: worst }).rule).toBe('account.disabled')
  mock.control.reset()
  expect(send(mock, { body: worst }).rule).toBe('amount.missing')
})

test('the signature covers the bytes that came, not their meaning', async () => {
  const mock = createMock(tollContract)
  const { headers, url } = requestOf(mock, { body: valid })
  const same = await mock.fetch(new Request(url, { method: 'POST', headers, body: JSON.stringify(valid) }))
  const spaced = await mock.fetch(new Request(url, { method: 'POST', headers, body: JSON.stringify(valid, null, 1) }))
  expect([same.status, spaced.status]).toEqual([201, 403])
})

test('a reference is taken by an accepted request alone', () => {
  const mock = createMock(tollContract)
  const body = { ...valid, reference: 'one' }
  expect(send(mock, { body: { ...body, amount: '1' } }).rule).toBe('amount.minimum')
  expect(send(mock, { body }).status).toBe(201)
  expect(send(mock, { body })).toEqual({
    rule: 'reference.taken',
    status: 400,
    body: { error: 'The reference exists.', code: 400 },
  })
  mock.control.reset()
  expect(send(mock, { body }).status).toBe(201)
})

test.each([
  [
    'at once',
    200,
    async (mock: Mock, draft: Draft) => repeatedly(plainRequestOf(mock, draft), async (one) => mock.answer(one)),
  ],
  [
    'through fetch',
    10,
    async (mock: Mock, draft: Draft) => repeatedly(requestOf(mock, draft), (one) => mock.fetch(one.clone())),
  ],
])(
  'of 50 simultaneous duplicates %s one is accepted, in each of %i rounds',
  async (_, rounds, answersTo) => {
    const mock = createMock(tollContract)
    for (let round = 0; round < rounds; round++) {
      const answers = await answersTo(mock, { body: { ...valid, reference: `round ${round}` } })
      const statuses = answers.map(({ status }) => status).toSorted()
      expect(statuses).toEqual([201, ...Array.from({ length: 49 }, () => 400)])
    }
  },
  30_000,
)

function repeatedly<Sent, Answer>(request: Sent, answer: (request: Sent) => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: 50 }, () => answer(request)))
}

test('ids differ within a run and are the same for the same seed and clock', () => {
  const run = (seed: number) => {
    const mock = createMock(tollContract, { seed, now })
    return [1, 2, 3].map((index) => JSON.stringify(send(mock, { body: { ...valid, reference: String(index) } }).body))
  }
  expect(new Set(run(1)).size).toBe(3)
  expect(run(1)).toEqual(run(1))
  expect(run(1)).not.toEqual(run(2))
})

test.each(tollContract.operations[0]?.rules.filter((rule) => rule.side === 'request').map((rule) => rule.id) ?? [])(
  '%s is not enforced while it is off',
  (id) => {
    const mock = createMock(tollContract, { off: [id] })
    const { body, ...how } = breaking[id] ?? {}
    const draft = { body: { ...valid, ...body }, ...how }
    const strict = createMock(tollContract)
    if (id === 'account.disabled') for (const one of [mock, strict]) one.control.set({ states: ['client-disabled'] })
    if (id === 'reference.taken') for (const one of [mock, strict]) send(one, draft)
    expect(send(strict, draft).rule).toBe(id)
    expect(send(mock, draft)).toMatchObject({ rule: undefined, status: 201 })
  },
)

test('an answer rule that is off is broken in each answer', () => {
  const answer = (...off: string[]) => send(createMock(tollContract, { off, now }), { body: { ...valid, note: 'hi' } })
  const right = answer()
  expect(answer('response.created').body).not.toEqual(right.body)
  expect(answer('response.status').status).not.toBe(201)
  expect(answer('response.link').body).toMatchObject({ data: { link: '/payment/relative' } })
  expect(answer('response.echo', 'response.created')).not.toMatchObject({ body: { data: { amount: '100.50' } } })
})

test('switching off a rule that is not there names the nearest one', () => {
  expect(() => createMock(tollContract, { off: ['amount.decimal'] })).toThrowErrorMatchingInlineSnapshot(
    `[Error: The contract of toll has no rule "amount.decimal" to switch off: the nearest is "amount.decimals".]`,
  )
})

test.each([
  ['GET', '/v1/tolls', 405],
  ['POST', '/v1/toll', 404],
  ['POST', '/tolls', 404],
])('%s %s is answered with %i', async (method, path, status) => {
  const answer = await createMock(tollContract).fetch(new Request(`http://mock.test${path}`, { method }))
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(await answer.json()).toMatchObject({ code: status })
})

test('a body that is not JSON is refused although the contract says nothing of such', () => {
  const operations = tollContract.operations.map((operation) => ({
    ...operation,
    rules: operation.rules.filter((rule) => rule.side === 'answer'),
  }))
  const mock = createMock({ ...tollContract, operations })
  expect(send(mock, { body: null, text: '{' }).status).toBe(400)
  expect(send(mock, { body: valid }).status).toBe(201)
})

test('a body of exactly 1 MiB is read and one more byte is too large', async () => {
  const mock = createMock(tollContract)
  const sized = (length: number) =>
    mock.fetch(new Request('http://mock.test/v1/tolls', { method: 'POST', body: 'x'.repeat(length) }))
  expect([(await sized(1_048_576)).status, (await sized(1_048_577)).status]).toEqual([403, 413])
})

/** What breaks each request rule of the contract alone. */
const breaking: { readonly [id: string]: Partial<Omit<Draft, 'body'>> & { readonly body?: object } } = {
  'auth.no-key': { fault: 'missing-key' },
  'auth.bad-key': { fault: 'unknown-key' },
  'auth.no-signature': { fault: 'missing-signature' },
  'auth.bad-signature': { fault: 'wrong-secret' },
  'body.json': { text: '[]' },
  'body.content-type': { contentType: 'text/plain' },
  'account.disabled': {},
  'amount.missing': { body: { amount: undefined } },
  'amount.type': { body: { amount: 100 } },
  'amount.decimals': { body: { amount: '100.123' } },
  'amount.minimum': { body: { amount: '4.99' } },
  'amount.maximum': { body: { amount: '1000.01' } },
  'currency.iso.required': { body: { currency: {} } },
  'currency.unknown': { body: { currency: { iso: 'XYZ' } } },
  'currency.disabled': { body: { currency: { iso: 'CHF' } } },
  'pay.rate': { body: { pay: 'CHF' } },
  'life-time.short': { body: { seconds: 299 } },
  'life-time.long': { body: { seconds: 172_801 } },
  'note.too-long': { body: { note: '123456' } },
  'reference.taken': { body: { reference: 'one' } },
}

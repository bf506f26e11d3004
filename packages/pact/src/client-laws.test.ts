import type { ClientOptions } from '@assay/client'
import { DocumentedError } from '@assay/client'
import { expect, test } from 'vitest'
import { createTill } from './__fixtures__/till-client.ts'
import { tillContract } from './__fixtures__/till-contract.ts'
import { type ClientUnderTest, clientLaws } from './client-laws.ts'

const isDocumented = (caught: unknown) => caught instanceof DocumentedError

/** A client whose requests, or the answers to them, are changed on the way. */
function changing(change: (options: ClientOptions) => ClientOptions): ClientUnderTest {
  return { client: (options) => createTill(change(options)), isDocumented }
}

async function brokenBy(tested: ClientUnderTest): Promise<readonly string[]> {
  const broken: string[] = []
  for (const { title, check } of clientLaws(tillContract, tested)) {
    try {
      await check()
    } catch {
      broken.push(title)
    }
  }
  return broken
}

const sending = [
  'createPayment: the documented server is sent what is signed',
  'createPayment: a base URL replaces the server, and its path is signed',
]

test('a generated client keeps every law, those of errors that no request provokes among them', async () => {
  expect(await brokenBy({ client: createTill, isDocumented })).toEqual([])
  expect(clientLaws(tillContract, { client: createTill }).map(({ title }) => title)).toEqual([
    ...sending,
    'createPayment: an answer 403 like BadSignature is known by that name',
    'createPayment: an answer 403 like Closed is known by that name',
    'createPayment: an answer 422 like AmountMissing is known by that name',
    'createPayment: an answer 422 like CurrencyOff is known by that name',
    'createPayment: an answer 422 like NoteTooLong is known by that name',
    'createPayment: an answer 422 like ReferenceTaken is known by that name',
    'createPayment: an answer 400, which no page lists, is undocumented',
    'createPayment: an answer 409, which no page lists, is undocumented',
    'createPayment: an answer 410, which no page lists, is undocumented',
    'createPayment: an answer 418, which no page lists, is undocumented',
  ])
})

test.each([
  ['has a secret of its own', (options) => ({ ...options, secret: 'another' }), sending],
  ['knows its own server alone', ({ baseUrl: _, ...options }) => options, sending.slice(1)],
  [
    'prefers a server of its own',
    (options) => ({ ...options, baseUrl: 'http://127.0.0.1:4010/there' }),
    sending.slice(0, 1),
  ],
  [
    'signs before it writes the body again',
    ({ fetch, ...options }) => ({
      ...options,
      fetch: async (request) => (fetch ?? globalThis.fetch)(new Request(request, { body: `${await request.text()} ` })),
    }),
    sending,
  ],
] as const satisfies readonly (readonly [string, (options: ClientOptions) => ClientOptions, readonly string[]])[])(
  'a client that %s breaks the law of that',
  async (_, change, titles) => {
    expect(await brokenBy(changing(change))).toEqual(titles)
  },
)

test('a client that knows no error, or takes each for a documented one, breaks the laws of errors', async () => {
  const none = await brokenBy({ client: createTill, isDocumented: () => false })
  expect(none.filter((title) => /is known by that name/.test(title))).toHaveLength(6)
  expect(none).toHaveLength(6)
  const all = await brokenBy({ client: createTill, isDocumented: () => true })
  expect(all).toHaveLength(4)
  const nameless = await brokenBy({ client: () => ({ createPayment: async () => ({ data: { id: '1' } }) }) })
  expect(nameless).toHaveLength(12)
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createTill } from '../__fixtures__/till-client.ts'
import { tillContract } from '../__fixtures__/till-contract.ts'
import { pactFile } from '../pact-file.ts'
import { consumerSuite } from './consumer-suite.ts'
import { exampleCredentials } from './example-credentials.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-pacts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a client that does what the contract says records its whole pact, and nothing secret', async () => {
  const file = pactFile('till', folder)
  writeFileSync(file, 'an older pact')
  const suite = consumerSuite(tillContract, { client: createTill, folder })
  for (const one of suite) await one.check()
  const text = readFileSync(file, 'utf8')
  expect(JSON.parse(text)).toMatchObject({
    consumer: { name: 'assay-client-till' },
    provider: { name: 'till' },
    metadata: { pactSpecification: { version: '4.0' } },
  })
  expect(JSON.parse(text).interactions).toHaveLength(suite.length)
  expect(text).not.toContain(exampleCredentials.key)
  expect(text).not.toContain(exampleCredentials.secret)
})

test.each([
  ['sends another amount', (body: object) => ({ ...body, amount: '1' }), 'accepts/minimal', /\$\.amount/],
  ['leaves a member out', () => ({ currency: 'EUR' }), 'accepts/minimal', /amount/],
] as const)('a client that %s fails', async (_, change, id, message) => {
  const client = (options: Parameters<typeof createTill>[0]) => createTill(options, change)
  const one = consumerSuite(tillContract, { client, folder: join(folder, 'other') }).find(({ title }) =>
    title.includes(id),
  )
  await expect(one?.check()).rejects.toThrow(message)
})

test('a client that takes an error for an answer fails', async () => {
  const client = () => ({ createPayment: async () => ({}) })
  const one = consumerSuite(tillContract, { client, folder: join(folder, 'other') }).find(({ title }) =>
    title.includes('amount.missing'),
  )
  await expect(one?.check()).rejects.toThrow()
})

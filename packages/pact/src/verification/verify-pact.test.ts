import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CertifyEvent, Report } from '@assay/certify'
import { createMock, type MockServer, serveMock } from '@assay/mock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordTill } from '../__fixtures__/record-till.ts'
import { tillContract } from '../__fixtures__/till-contract.ts'
import { pactLaws } from '../pact-laws.ts'
import type { PactDocument } from './pact-document.ts'
import type { VerifyOptions } from './verify-options.ts'
import { verifyPact } from './verify-pact.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-pacts-'))
const credentials = { key: 'key-of-a-shop', secret: 'secret-of-a-shop' }
let pact: PactDocument
let server: MockServer
beforeAll(async () => {
  pact = await recordTill(folder)
  server = await serveMock(createMock(tillContract, { credentials }))
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

for (const law of pactLaws(tillContract, folder)) test(law.title, law.check)

/** Verifies at a provider of which nothing can be ordered. */
async function verified(options: Partial<VerifyOptions> = {}): Promise<{ events: CertifyEvent[]; report: Report }> {
  const events: CertifyEvent[] = []
  const target = { baseUrl: server.url('till'), credentials, runId: 'shoprun' }
  for await (const event of verifyPact(tillContract, pact, { ...target, ...options })) events.push(event)
  const last = events.at(-1)
  if (last?.type !== 'finished') throw new Error('The run ended without a report.')
  return { events, report: last.report }
}

test('at a provider, states of a mock and of the account are skipped by name and counted', async () => {
  const { report, events } = await verified()
  expect(report.verdict).toBe('conforms')
  expect(report.notes.map(({ says }) => says)).toMatchInlineSnapshot(`
    [
      "1 of the pact's interactions was skipped: only a mock can be brought into the state "the currency OLD is disabled".",
      "1 of the pact's interactions was skipped: only a mock can be brought into the state "the account is in the state closed".",
      "1 of the pact's interactions was skipped: only the account knows the value at /shop: give --set /shop=….",
    ]
  `)
  expect(report.summary).toMatchObject({ dropped: 3, fail: 0, cases: pact.interactions.length - 3 })
  expect(report.rules.find(({ id }) => id === 'account.closed')).toMatchObject({ verdict: 'not-tested' })
  expect(report.rules.find(({ id }) => id === 'reference.taken')).toMatchObject({ verdict: 'pass', cases: 1 })
  expect(
    report.created.map(({ reference }) => reference).filter((reference) => reference?.startsWith('assay-shoprun-')),
  ).not.toEqual([])
  const told = JSON.stringify(events)
  expect([told.includes(credentials.key), told.includes(credentials.secret)]).toEqual([false, false])
})

test('a value that only the account knows is taken from the pins', async () => {
  const { report } = await verified({ pins: new Map([['/shop', 'shop-1']]), runId: 'pinnedrun' })
  expect(report.summary).toMatchObject({ dropped: 2, fail: 0 })
})

test('no more is sent than the budget allows, and what is left is not tested', async () => {
  const { report } = await verified({ budget: 5, runId: 'fiverun' })
  expect(report.requests).toBe(5)
  expect(report.rules.find(({ id }) => id === 'note.too-long')?.reason).toBe('It was not sent: the budget was used up.')
})

test.each([
  ['refuses the credentials', { credentials: { ...credentials, secret: 'another' } }, 'The credentials were refused'],
  ['is not there', { baseUrl: 'http://127.0.0.1:9' }, 'The target could not be reached'],
  ['is not asked, because the run was interrupted', { signal: AbortSignal.abort() }, 'The run was interrupted'],
] as const)('a provider that %s gets no verdict', async (_, options, reason) => {
  const { report } = await verified(options)
  expect([report.verdict, report.reason]).toEqual(['inconclusive', expect.stringContaining(reason)])
})

test('a finding says what was expected and what came, with the line that repeats it', async () => {
  const lax = await serveMock(createMock(tillContract, { credentials, off: ['amount.missing', 'response.state'] }))
  const { report } = await verified({ baseUrl: lax.url('till'), runId: 'laxrun' })
  await lax.close()
  expect(report.verdict).toBe('findings')
  const failed = report.rules.filter(({ verdict }) => verdict === 'fail')
  expect(failed.map(({ id, findings }) => [id, findings[0]?.says])).toMatchInlineSnapshot(`
    [
      [
        "amount.missing",
        "Create a payment: no /amount, which breaks amount.missing: $: Actual map is missing the following keys: code, error; expected 422 but was 201.",
      ],
      [
        "response.state",
        "Create a payment: everything that may be there (accepts/full): $.state: Expected 'newx' (String) to be equal to 'new' (String).",
      ],
    ]
  `)
  expect(failed[0]?.findings[0]?.curl).toContain('ASSAY_TILL_SECRET')
})

import { afterEach, expect, test } from 'vitest'
import { answerJson, type ScriptedServer, scriptedServer } from './__fixtures__/scripted-server.ts'
import { smallContract } from './__fixtures__/small-contract.ts'
import { credentials, smallTill, tillTransport } from './__fixtures__/small-till.ts'
import { certify } from './certify.ts'
import type { CaseFinishedEvent, CertifyEvent } from './certify-event.ts'
import type { CertifyOptions } from './certify-options.ts'
import { secretForms } from './finding/secret-forms.ts'
import type { RecordedExchange } from './recorded-exchange.ts'

const options: CertifyOptions = {
  baseUrl: 'http://127.0.0.1:1/api',
  credentials,
  seed: 1,
  runId: 'run00001',
  accountKnown: true,
}

const servers: ScriptedServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function toldBy(stream: AsyncIterable<CertifyEvent>): Promise<readonly CertifyEvent[]> {
  const events: CertifyEvent[] = []
  for await (const event of stream) events.push(event)
  return events
}

function casesOf(events: readonly CertifyEvent[]): readonly CaseFinishedEvent[] {
  return events.filter((event) => event.type === 'case-finished')
}

function exchangesOf(events: readonly CertifyEvent[]): readonly RecordedExchange[] {
  return events.flatMap((event) =>
    event.type === 'case-finished' || event.type === 'doctor-finished' ? event.exchanges : [],
  )
}

test('every request of a run is in one event, and in the order it left', async () => {
  const till = smallTill(undefined, ['note.max-length'])
  const events = await toldBy(certify(smallContract, { ...options, transport: tillTransport(till) }))
  const last = events.at(-1)
  expect(exchangesOf(events)).toHaveLength(last?.type === 'finished' ? last.report.requests : -1)
  for (const { exchanges } of casesOf(events)) {
    const times = exchanges.map(({ startedAt }) => startedAt)
    expect(times).toEqual([...times].sort())
  }
})

test('a case names the rule it is for first, then those that its answer shows', async () => {
  const events = await toldBy(certify(smallContract, { ...options, transport: tillTransport(smallTill()) }))
  const rulesOf = (wanted: string): readonly string[] | undefined =>
    casesOf(events).find((event) => event.case.startsWith(wanted))?.rules
  expect(rulesOf('refuses/note.max-length')).toEqual(['note.max-length', 'answer.error-shape'])
  expect(rulesOf('accepts/')).toContain('answer.amount')
})

test('no event shows a credential or a signature, in any encoding, though the provider tells them all', async () => {
  const { key, secret } = credentials
  const signatures: string[] = []
  const till = smallTill((answer, { headers, text }) => {
    signatures.push(headers.get('x-signature') ?? '')
    const told = [key, secret, ...signatures.slice(-1)].flatMap((one) => secretForms(one))
    Object.assign(answer.headers, { 'X-Debug': `${key} ${secret}`, 'Set-Cookie': 'session=visitor-1' })
    // Somewhere in so many letters a form of the secret stands across the place where a record is cut.
    const long = signatures.length === 9 ? secret.repeat(12_000) : ''
    Object.assign(answer.body as object, { told, text, long })
  })
  const events = await toldBy(certify(smallContract, { ...options, level: 'quick', transport: tillTransport(till) }))
  const text = JSON.stringify(events)
  expect(signatures.filter((signature) => signature.length > 20).length).toBeGreaterThan(10)
  const shown = [key, secret, ...signatures.filter((signature) => signature.length > 20)].filter((one) =>
    secretForms(one).some((form) => text.includes(form)),
  )
  expect(shown).toEqual([])
  expect(text).not.toContain('visitor-1')
  expect(text).toContain('<secret>')
})

test('what got no answer says why, and what was sent again stands twice', async () => {
  const right = smallTill()
  const server = await scriptedServer(async (request, body, response, number) => {
    if (number === 6) return void response.destroy()
    if (number === 9) return answerJson(response, 429, {}, { 'Retry-After': '0' })
    const headers = new Headers(request.headers as Record<string, string>)
    const { status, headers: sent, body: json } = await right(request.method ?? '', request.url ?? '', headers, body)
    answerJson(response, status, json, sent)
  })
  servers.push(server)
  const events = await toldBy(certify(smallContract, { ...options, level: 'quick', baseUrl: server.baseUrl }))
  const all = exchangesOf(events)
  expect(all).toHaveLength(server.received())
  expect(all.filter(({ failure }) => failure !== undefined)).toEqual([
    expect.objectContaining({ failure: expect.stringContaining('before an answer came') }),
  ])
  expect(all.filter(({ response }) => response?.status === 429)).toHaveLength(1)
})

test('a request is recorded as it was sent', async () => {
  const events = await toldBy(certify(smallContract, { ...options, transport: tillTransport(smallTill()) }))
  const [exchange] = casesOf(events).find((event) => event.case.startsWith('accepts/'))?.exchanges ?? []
  expect(exchange?.request.headers).toMatchInlineSnapshot(`
    {
      "Content-Type": "application/json",
      "X-Key": "<key>",
      "X-Signature": "<signature>",
    }
  `)
  expect(exchange?.request.url).toBe('http://127.0.0.1:1/api/payments')
  expect(JSON.parse(exchange?.request.body ?? '')).toHaveProperty('amount')
  expect(exchange?.durationMs).toBeGreaterThanOrEqual(0)
})

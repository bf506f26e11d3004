import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import {
  type AuthenticationFault,
  authenticationFaults,
  type Draft,
  faultApplies,
  judgeRequest,
  receiveRequest,
  type SealedRequest,
  sealDraft,
} from '@assay/rules'
import type { SigningProfile } from '@assay/signing'
import { verify } from '@assay/signing'
import { expect, test } from 'vitest'
import { answerJson, scriptedServer } from '../__fixtures__/scripted-server.ts'
import { smallContract } from '../__fixtures__/small-contract.ts'
import { curlOf } from './curl-of.ts'

const credentials = { key: 'k$e"y`1', secret: 's\'e$c"ret 1' }
const [operation] = smallContract.operations
if (operation === undefined) throw new Error('The small contract has an operation.')
const bodySigned = operation

const timestamped: SigningProfile = {
  headers: [{ name: 'Authorization', template: 'TILL api-key={key},signature={signature},timestamp={timestamp}' }],
  signature: {
    algorithm: 'HMAC-SHA256',
    encoding: 'hex',
    message: ['path-and-query', 'timestamp', 'body'],
    timestamp: 'milliseconds',
  },
}
const base64: SigningProfile = {
  headers: [
    { name: 'X-Key', template: '{key}' },
    { name: 'X-Signature', template: 'v1={signature}' },
  ],
  signature: { algorithm: 'HMAC-SHA512', encoding: 'base64', message: ['body'] },
}

interface Got {
  readonly text: string
  readonly headers: Headers
  readonly url: string
  readonly bytes: Buffer
}

const sealedBy = (draft: Draft, operation: typeof bodySigned): SealedRequest =>
  sealDraft(draft, operation, { credentials, now: 1_800_000_000_000, basePath: '/api' })

/** Runs the line in bash against a server and gives what arrived. */
async function pasted(
  draft: Draft,
  signing: SigningProfile | undefined = bodySigned.signing,
  before?: Draft,
): Promise<{ got: Got[]; line: string }> {
  const got: Got[] = []
  const server = await scriptedServer((request, bytes, response) => {
    got.push({
      text: bytes.toString('utf8'),
      bytes,
      headers: new Headers(request.headers as Record<string, string>),
      url: request.url ?? '',
    })
    answerJson(response, 200, {})
  })
  try {
    const signed = { ...bodySigned, ...(signing === undefined ? {} : { signing }) }
    const { origin } = new URL(server.baseUrl)
    const { fault, repeated } = draft
    const line = curlOf({
      provider: 'small-till',
      origin,
      operation: signed,
      sealed: sealedBy(draft, signed),
      runId: 'run00001',
      ...(before ? { before: [sealedBy(before, signed)] } : {}),
      ...(fault ? { fault } : {}),
      repeated: repeated ?? false,
    })
    const env = { ...process.env, ASSAY_SMALL_TILL_KEY: credentials.key, ASSAY_SMALL_TILL_SECRET: credentials.secret }
    await promisify(execFile)('bash', ['-c', line], { env })
    return { got, line }
  } finally {
    await server.close()
  }
}

const bodies: readonly [string, Draft][] = [
  ['plain', { body: { amount: '1' } }],
  ['quotes and signs of a shell', { body: { note: `it's "$HOME" \`date\` \\n !! %s` } }],
  ['Unicode', { body: { note: 'Grüße 👋🏽‍ नमस्ते' } }],
  ['control characters', { body: { note: 'a\u0000b' }, text: '{"note":"a\u0000\n\tb"}\n' }],
  ['nothing', { body: {}, text: '' }],
  ['a megabyte', { body: { note: 'x'.repeat(1_000_000) } }],
]
test.each(bodies)('a pasted line sends the very bytes, rightly signed: %s', async (_name, draft) => {
  const { got, line } = await pasted(draft)
  const sealed = sealDraft(draft, bodySigned, { credentials, now: 0 })
  expect(got).toHaveLength(1)
  const [one] = got
  if (one === undefined) return
  expect(one.bytes.equals(Buffer.from(sealed.bytes))).toBe(true)
  expect(
    verify(bodySigned.signing ?? timestamped, {
      headers: one.headers,
      pathAndQuery: one.url,
      body: one.bytes,
      credentials,
    }),
  ).toMatchObject({ ok: true })
  expect(line).not.toContain(credentials.secret)
  expect(line.split('\n')).toHaveLength(1)
})

test.each([
  ['timestamped', timestamped],
  ['Base64', base64],
])('a pasted line signs by a %s profile', async (_name, signing) => {
  const { got } = await pasted({ body: { amount: '1' } }, signing)
  const [one] = got
  expect(
    one && verify(signing, { headers: one.headers, pathAndQuery: one.url, body: one.bytes, credentials }),
  ).toMatchObject({ ok: true })
})

const faultsOf = (profile: SigningProfile): readonly AuthenticationFault[] =>
  authenticationFaults.filter((fault) => faultApplies(fault, profile))
const matrix = [timestamped, base64, bodySigned.signing ?? timestamped].flatMap((profile, index) =>
  faultsOf(profile).map((fault) => [fault, index, profile] as const),
)
test.each(matrix)('a pasted line has the fault %s (profile %i)', async (fault, _index, signing) => {
  const draft: Draft = { body: { amount: '1' }, fault }
  const { got } = await pasted(draft, signing)
  const [one] = got
  if (one === undefined) throw new Error('Nothing arrived.')
  const sealed = sealedBy(draft, { ...bodySigned, signing })
  const meant = verify(signing, {
    headers: new Headers(sealed.headers),
    pathAndQuery: sealed.pathAndQuery,
    body: sealed.bytes,
    credentials,
  })
  const isSignedRightly = fault === 'old-timestamp' || fault === 'other-timestamp-unit'
  expect(meant.ok).toBe(isSignedRightly)
  const stamp = Number(/timestamp=(\d+)/.exec(one.headers.get('authorization') ?? '')?.[1])
  if (fault === 'other-timestamp-unit') expect(stamp).toBeLessThan(10_000_000_000)
  if (fault === 'old-timestamp') expect(Date.now() - stamp).toBeGreaterThan(86_000_000)
  const came = verify(signing, { headers: one.headers, pathAndQuery: one.url, body: one.bytes, credentials })
  expect(came.ok ? came.ok : came).toEqual(meant.ok ? meant.ok : meant)
  if (fault !== 'reserialised') return
  const signed = Buffer.from(one.text.replace('{ ', '{'))
  expect(signed).not.toEqual(one.bytes)
  expect(verify(signing, { headers: one.headers, pathAndQuery: one.url, body: signed, credentials }).ok).toBe(true)
})

test('a pasted line bears a new reference, and sends twice what is repeated', async () => {
  const { got } = await pasted({ body: { reference: 'assay-run00001-17', amount: '1' }, repeated: true })
  expect(got).toHaveLength(2)
  const [first, second] = got
  expect(first?.text).toBe(second?.text)
  expect(first?.text).toMatch(/^\{"reference":"assay-[0-9a-f]{8}-17","amount":"1"\}$/)
  expect(first?.text).not.toContain('run00001')
})

test('a pasted line sends first what has to go before, with the same reference', async () => {
  const reference = 'assay-run00001-17'
  const { got } = await pasted({ body: { amount: '1', reference } }, timestamped, { body: { reference } })
  const [first, second] = got.map(({ text }) => JSON.parse(text))
  expect(first).toEqual({ reference: second.reference })
  expect(second).toEqual({ amount: '1', reference: expect.stringMatching(/^assay-[0-9a-f]{8}-17$/) })
  for (const { headers, url: pathAndQuery, bytes: body } of got)
    expect(verify(timestamped, { headers, pathAndQuery, body, credentials })).toMatchObject({ ok: true })
})

test('a request without a content type stays without one', async () => {
  const { got } = await pasted({ body: {}, contentType: null })
  expect(got[0]?.headers.get('content-type')).toBeNull()
})

test('what the line sends is judged as the case was', async () => {
  const { got } = await pasted({ body: { amount: '1', note: 'x'.repeat(30) } })
  const [one] = got
  if (one === undefined) throw new Error('Nothing arrived.')
  const request = receiveRequest({ method: 'POST', pathAndQuery: one.url, headers: one.headers, bytes: one.bytes })
  const account = {
    credentials,
    profile: smallContract.account,
    now: Date.now,
    currency: () => undefined,
    taken: () => false,
    inState: () => false,
  }
  expect(judgeRequest(request, bodySigned, account).map(({ rule }) => rule.id)).toEqual(['note.max-length'])
})

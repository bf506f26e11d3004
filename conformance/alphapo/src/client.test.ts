import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import {
  createAlphapo,
  DocumentedError,
  isCreatePaymentRequestError,
  UndocumentedAnswerError,
} from '@assay/client-alphapo'
import { type SigningProfile, verify } from '@assay/signing'
import { expect, test } from 'vitest'

const credentials = { key: 'key-of-the-account', secret: 'AbCdEfG123456' }
const profile: SigningProfile = {
  headers: [
    { name: 'X-Processing-Key', template: '{key}' },
    { name: 'X-Processing-Signature', template: '{signature}' },
  ],
  signature: { algorithm: 'HMAC-SHA512', encoding: 'hex', message: ['body'] },
}

const wanted = {
  ...{ amount: '0.00150000', currency: { iso: 'USDC', network_name: 'ethereum' }, life_time_duration: 360_000 },
  ...{ foreign_id: 'order_123', description: 'Zahlung für Müller', url_store: 'https://example.com/store' },
}
const created = {
  data: {
    ...{
      id: '0196f6a1-cab2-76fb-84c7-7e9ee9ddf6b4',
      amount: '0.00150000',
      currency: wanted.currency,
      status: 'created',
    },
    ...{ life_time: 1_775_542_288, payment_link: 'https://payments.example.com/payment/8N8' },
  },
}

interface DocumentedExample {
  readonly status: number
  readonly name: string
  readonly body: { readonly error: string; readonly code: string | number }
}

interface ContractFile {
  readonly operations: readonly {
    readonly answers: readonly {
      readonly status: string
      readonly examples: readonly { readonly name: string; readonly value: DocumentedExample['body'] }[]
    }[]
  }[]
}

const contract = JSON.parse(
  await readFile(new URL('../../../specs/alphapo/contract.json', import.meta.url), 'utf8'),
) as ContractFile

const documented = (contract.operations[0]?.answers ?? [])
  .filter(({ status }) => status !== '200')
  .flatMap(({ status, examples }) =>
    examples.map(({ name, value }): DocumentedExample => ({ status: Number(status), name, body: value })),
  )

/** A fetch that gives this answer and keeps what was sent. */
function answering(status: number, body: unknown): { fetch: (request: Request) => Promise<Response>; sent: Request[] } {
  const sent: Request[] = []
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request)
    return Response.json(body, { status })
  }
  return { fetch, sent }
}

test('a request carries key and signature over the very bytes sent', async () => {
  const { fetch, sent } = answering(200, created)
  expect(await createAlphapo({ ...credentials, fetch }).createPaymentRequest(wanted)).toEqual(created)
  const [request] = sent
  expect(request).toMatchObject({ method: 'POST', url: 'https://app.alphapo.net/api/payments/v1/requests' })
  const bytes = new Uint8Array((await request?.arrayBuffer()) ?? [])
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(wanted)
  const headers = request?.headers ?? new Headers()
  expect(headers.get('x-processing-signature')).toBe(
    createHmac('sha512', credentials.secret).update(bytes).digest('hex'),
  )
  expect(verify(profile, { pathAndQuery: '', body: bytes, headers, credentials })).toEqual({ ok: true })
  expect(verify(profile, { pathAndQuery: '', body: bytes.subarray(1), headers, credentials }).ok).toBe(false)
})

test('a base URL replaces the documented server', async () => {
  const { fetch, sent } = answering(200, created)
  await createAlphapo({ ...credentials, fetch, baseUrl: 'http://127.0.0.1:4010/there/' }).createPaymentRequest(wanted)
  expect(sent[0]?.url).toBe('http://127.0.0.1:4010/there/requests')
})

test('all 44 errors are documented', () => {
  expect(documented).toHaveLength(44)
})

test.each(documented)('an answer like $name is known by that name', async ({ status, name, body }) => {
  const error = body.error.replace(/<[^>]+>/g, '7').replace(/\{minutes\/days\}/, 'minutes')
  const { fetch } = answering(status, { ...body, error })
  const caught = await createAlphapo({ ...credentials, fetch })
    .createPaymentRequest(wanted)
    .catch((thrown: unknown) => thrown)
  expect(isCreatePaymentRequestError(caught)).toBe(true)
  expect(caught).toBeInstanceOf(DocumentedError)
  expect(caught).toMatchObject({ status, code: body.code, body: { error } })
  expect(caught).toHaveProperty('documented', namesOf(status, body.error))
  expect(namesOf(status, body.error)).toContain(name)
})

test('a malformed body is known by its name under 400 too', async () => {
  const { fetch } = answering(400, { error: 'Bad content format', code: 'bad_content_format' })
  const caught = await createAlphapo({ ...credentials, fetch })
    .createPaymentRequest(wanted)
    .catch((thrown: unknown) => thrown)
  expect(caught).toMatchObject({ status: 400, documented: ['Bad content format'], code: 'bad_content_format' })
})

test('an error that no page lists is undocumented', async () => {
  const { fetch } = answering(409, { error: 'Conflict', code: 409 })
  const caught = await createAlphapo({ ...credentials, fetch })
    .createPaymentRequest(wanted)
    .catch((thrown: unknown) => thrown)
  expect(caught).toBeInstanceOf(UndocumentedAnswerError)
  expect(isCreatePaymentRequestError(caught)).toBe(false)
})

/** Two errors have one text: neither can be told from the other. */
function namesOf(status: number, text: string): string[] {
  return documented.filter((other) => other.status === status && other.body.error === text).map((other) => other.name)
}

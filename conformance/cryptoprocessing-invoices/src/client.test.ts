import { createHmac } from 'node:crypto'
import { createCryptoprocessingInvoices, UndocumentedAnswerError } from '@assay/client-cryptoprocessing-invoices'
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
  ...{ timer: false, title: 'Bestellung für Müller', currency: 'EUR', amount: 100.25, foreign_id: 'order-1' },
  ...{ end_user_reference: 'user-1', email_user: 'customer@example.com' },
  ...{ url_success: 'https://example.com/success', url_failed: 'https://example.com/failed' },
}
const created = {
  data: {
    ...{ id: 826_900, url: 'https://invoices.example.com/invoice/1', foreign_id: 'order-1', title: wanted.title },
    ...{ status: 'created', currency: 'EUR', amount: '100.25000000', address: null, sender_amount: null },
    ...{ fixed_at: null, release_at: null, seconds_left: null },
  },
}

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
  const { fetch, sent } = answering(201, created)
  expect(await createCryptoprocessingInvoices({ ...credentials, fetch }).createInvoice(wanted)).toEqual(created)
  const [request] = sent
  expect(request).toMatchObject({ method: 'POST', url: 'https://app.lt.cryptoprocessing.com/api/v2/invoices/create' })
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
  const { fetch, sent } = answering(201, created)
  await createCryptoprocessingInvoices({
    ...credentials,
    fetch,
    baseUrl: 'http://127.0.0.1:4010/there/',
  }).createInvoice(wanted)
  expect(sent[0]?.url).toBe('http://127.0.0.1:4010/there/invoices/create')
})

test('no page lists an error, so every error is undocumented', async () => {
  const { fetch } = answering(400, { errors: { title: 'The title field is required.' } })
  const client = createCryptoprocessingInvoices({ ...credentials, fetch })
  await expect(client.createInvoice(wanted)).rejects.toBeInstanceOf(UndocumentedAnswerError)
})

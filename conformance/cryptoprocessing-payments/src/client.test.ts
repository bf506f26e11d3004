import { createHmac } from 'node:crypto'
import { createCryptoprocessingPayments, UndocumentedAnswerError } from '@assay/client-cryptoprocessing-payments'
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
  amount: '100.00',
  currency: { iso: 'EUR' },
  life_time_duration: 360_000,
  description: 'Zahlung für Müller',
}
const created = {
  data: {
    ...{ id: '0196f6a1-cab2-76fb-84c7-7e9ee9ddf6b4', amount: '100.00', currency: { iso: 'EUR' }, status: 'created' },
    ...{ life_time: 1_775_542_288, payment_link: 'https://pay.example.com/request/1' },
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
  const { fetch, sent } = answering(200, created)
  expect(await createCryptoprocessingPayments({ ...credentials, fetch }).createPaymentRequest(wanted)).toEqual(created)
  const [request] = sent
  expect(request).toMatchObject({ method: 'POST', url: 'https://app.cryptoprocessing.com/api/payments/v1/requests' })
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
  await createCryptoprocessingPayments({
    ...credentials,
    fetch,
    baseUrl: 'http://127.0.0.1:4010/there/',
  }).createPaymentRequest(wanted)
  expect(sent[0]?.url).toBe('http://127.0.0.1:4010/there/requests')
})

test('no page lists an error, so every error is undocumented', async () => {
  const { fetch } = answering(422, { error: 'The amount field is mandatory.', code: 422 })
  const client = createCryptoprocessingPayments({ ...credentials, fetch })
  await expect(client.createPaymentRequest(wanted)).rejects.toBeInstanceOf(UndocumentedAnswerError)
})

import { createHmac } from 'node:crypto'
import { createFinrax, UndocumentedAnswerError } from '@assay/client-finrax'
import { type SigningProfile, verify } from '@assay/signing'
import { expect, test } from 'vitest'

const credentials = { key: 'key-of-the-account', secret: 'test_secret' }
const profile: SigningProfile = {
  headers: [{ name: 'Authorization', template: 'FRX-API api-key={key},signature={signature},timestamp={timestamp}' }],
  signature: {
    ...{ algorithm: 'HMAC-SHA256', encoding: 'hex', message: ['path-and-query', 'timestamp', 'body'] },
    timestamp: 'milliseconds',
  },
}
const now = 1_700_000_000_000
const wanted = {
  ...{ clientPaymentId: 'order-1', businessId: '550e8400-e29b-41d4-a716-446655440000', locale: 'en-US' },
  ...({ displayCurrency: 'EUR', displayAmount: '100.00' } as const),
}
const created = { paymentInfo: { paymentId: '1' }, paymentUrl: 'https://checkout.example.com/1' }

/** A fetch that gives this answer and keeps what was sent. */
function answering(status: number, body: unknown): { fetch: (request: Request) => Promise<Response>; sent: Request[] } {
  const sent: Request[] = []
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request)
    return Response.json(body, { status })
  }
  return { fetch, sent }
}

test('a request carries key, time and signature over path, time and the very bytes sent', async () => {
  const { fetch, sent } = answering(200, created)
  expect(await createFinrax({ ...credentials, fetch, now: () => now }).requestCryptoPayment(wanted)).toEqual(created)
  const [request] = sent
  expect(request).toMatchObject({ method: 'POST', url: 'https://api.finrax.com/v1/payments' })
  const bytes = new Uint8Array((await request?.arrayBuffer()) ?? [])
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(wanted)
  const headers = request?.headers ?? new Headers()
  const signature = createHmac('sha256', credentials.secret).update(`/v1/payments${now}`).update(bytes).digest('hex')
  expect(headers.get('authorization')).toBe(
    `FRX-API api-key=${credentials.key},signature=${signature},timestamp=${now}`,
  )
  const input = { pathAndQuery: '/v1/payments', body: bytes, headers, credentials }
  expect(verify(profile, input).ok).toBe(true)
  expect(verify(profile, { ...input, pathAndQuery: '/v1/payment' }).ok).toBe(false)
})

test('the path of a base URL is signed too', async () => {
  const { fetch, sent } = answering(200, created)
  await createFinrax({ ...credentials, fetch, baseUrl: 'http://127.0.0.1:4010/api' }).requestCryptoPayment(wanted)
  const [request] = sent
  expect(request?.url).toBe('http://127.0.0.1:4010/api/v1/payments')
  const body = new Uint8Array((await request?.arrayBuffer()) ?? [])
  const headers = request?.headers ?? new Headers()
  expect(verify(profile, { pathAndQuery: '/api/v1/payments', body, headers, credentials }).ok).toBe(true)
})

test('no page lists an error, so every error is undocumented', async () => {
  const { fetch } = answering(409, { requestId: '1', message: 'It exists.' })
  const client = createFinrax({ ...credentials, fetch })
  await expect(client.requestCryptoPayment(wanted)).rejects.toBeInstanceOf(UndocumentedAnswerError)
})

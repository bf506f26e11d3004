import { answerText, createCryptofuse, isCreatePaymentError, UndocumentedAnswerError } from '@assay/client-cryptofuse'
import { expect, test } from 'vitest'

const options = { key: 'key-of-the-account', baseUrl: 'http://127.0.0.1:4010' }
const wanted = { amount: 100.25, currency: 'USDTTRC20', custom_id: 'order-1' }
const created = {
  ...{ payment_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479', amount: 100.25, currency: 'USDTTRC20', address: 'T1' },
  ...{ expiry_time: '2025-04-30T14:30:25.123Z', wallet_id: null, status: 'pending' },
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

test('a request carries the static key', async () => {
  const { fetch, sent } = answering(201, created)
  expect(await createCryptofuse({ ...options, fetch }).createPayment(wanted)).toEqual(created)
  const [request] = sent
  expect(request).toMatchObject({ method: 'POST', url: 'http://127.0.0.1:4010/payments/create' })
  expect(request?.headers.get('x-api-key')).toBe(options.key)
  expect(await request?.json()).toEqual(wanted)
})

test('amounts that a double cannot hold stand in the text of the answer', async () => {
  const text = '{"payment_id":"1","amount":0.123456789012345678}'
  const fetch = async (): Promise<Response> => new Response(text, { status: 200 })
  const answer = await createCryptofuse({ ...options, fetch }).createPayment(wanted)
  expect(answerText(answer)).toBe(text)
})

const codes: readonly (readonly [number, string])[] = [
  [400, 'invalid_request'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'wallet_not_found'],
  [422, 'currency_invalid'],
  [429, 'rate_limit_exceeded'],
  [500, 'server_error'],
]

test.each(codes)('a %i with %s is documented, wherever the code stands', async (status, code) => {
  for (const body of [{ error: code }, { code, message: 'No.' }, { error: { code } }]) {
    const { fetch } = answering(status, body)
    const caught = await createCryptofuse({ ...options, fetch })
      .createPayment(wanted)
      .catch((thrown: unknown) => thrown)
    expect(isCreatePaymentError(caught)).toBe(true)
    expect(caught).toMatchObject({ status, code, documented: [code], body })
  }
})

test('an error that no page lists is undocumented', async () => {
  const { fetch } = answering(410, { error: 'deprecated_endpoint' })
  await expect(createCryptofuse({ ...options, fetch }).createPayment(wanted)).rejects.toBeInstanceOf(
    UndocumentedAnswerError,
  )
})

import { createHmac } from 'node:crypto'
import { CallbackError, verifyCallback } from '@assay/client-alphapo'
import { expect, test } from 'vitest'

const credentials = { key: 'key-of-the-account', secret: 'AbCdEfG123456' }
// Written as PHP writes JSON, which nothing here would write again: escaped slashes and letters, an amount with zeros at its end.
const raw =
  '{"payment_request_id":"0196f6a1-cab2-76fb-84c7-7e9ee9ddf6b4","foreign_id":"order\\/123","type":"payment_request","status":"paid",' +
  '"end_user_email":"m\\u00fcller@example.com","payment_request_amount":{"currency":{"iso":"EUR"},"amount":100.50},' +
  '"currency_sent":{"currency":{"iso":"ETH","network_name":"ethereum"},"received_amount":0.123456789012345678},"risk":{"score":1}}'

function headersFor(body: string, { key, secret } = credentials): Record<string, string> {
  return { 'x-processing-key': key, 'x-processing-signature': createHmac('sha512', secret).update(body).digest('hex') }
}

test('a paid request becomes a typed event, exact to the last digit, with what nobody knows', () => {
  const event = verifyCallback(Buffer.from(raw), headersFor(raw), credentials)
  expect(event).toMatchObject({ callback: 'paymentRequest', status: 'paid' })
  if (event.callback !== 'paymentRequest') throw new Error('It is another callback.')
  expect(event.body).toMatchObject({
    foreign_id: 'order/123',
    end_user_email: 'müller@example.com',
    risk: { score: 1 },
  })
  expect(event.body.payment_request_amount?.amount).toBe('100.50')
  expect(event.body.currency_sent?.received_amount).toBe('0.123456789012345678')
})

test('512 of 512 flipped bits of the signature are refused, and each flipped bit of the body', () => {
  const headers = headersFor(raw)
  const right = Buffer.from(headers['x-processing-signature'] ?? '', 'hex')
  const refused = Array.from({ length: 512 }, (_, bit) =>
    reasonFor(raw, { ...headers, 'x-processing-signature': flipped(right, bit).toString('hex') }),
  )
  expect(refused.filter((reason) => reason === 'wrong-signature')).toHaveLength(512)
  const body = Buffer.from(raw)
  for (let bit = 0; bit < body.length * 8; bit += 1) {
    expect(reasonFor(flipped(body, bit), headers)).toBe('wrong-signature')
  }
})

test('a body that was parsed and written again is refused', () => {
  expect(reasonFor(JSON.stringify(JSON.parse(raw)), headersFor(raw))).toBe('wrong-signature')
})

test.each([
  ['missing-key', { 'x-processing-signature': headersFor(raw)['x-processing-signature'] ?? '' }],
  ['missing-signature', { 'x-processing-key': credentials.key }],
  ['unknown-key', headersFor(raw, { ...credentials, key: 'another-key' })],
  ['wrong-signature', headersFor(raw, { ...credentials, secret: 'another-secret' })],
])('headers are refused as %s', (reason, headers) => {
  expect(reasonFor(raw, headers)).toBe(reason)
})

test('a status and a type that nobody knows are called other', () => {
  const restricted = raw.replace('"paid"', '"restricted"')
  expect(verifyCallback(restricted, headersFor(restricted), credentials)).toMatchObject({
    ...{ callback: 'paymentRequest', status: 'other' },
    body: { status: 'restricted' },
  })
  const deposit = raw.replace('"payment_request"', '"deposit"')
  expect(verifyCallback(deposit, headersFor(deposit), credentials)).toMatchObject({
    callback: 'other',
    status: 'other',
  })
})

function reasonFor(body: string | Uint8Array, headers: Record<string, string>): string | undefined {
  try {
    verifyCallback(body, headers, credentials)
    return undefined
  } catch (error) {
    if (!(error instanceof CallbackError)) throw error
    expect(`${error.stack}${JSON.stringify(error)}`).not.toMatch(/key-of-the-account|AbCdEfG123456|[0-9a-f]{128}/)
    return error.reason
  }
}

function flipped(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

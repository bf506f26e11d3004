import { generateKeyPairSync, sign } from 'node:crypto'
import { CallbackError, verifyCallback } from '@assay/client-finrax'
import { expect, test } from 'vitest'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
// As the provider prints it: Base64 of the DER form.
const credentials = { publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') }
const raw =
  '{"clientPaymentId":"order-1","depositId":"6f1c2b1e-6a0a-4c55-9a52-0d6c1f6f2f11","status":"CONFIRMED","actualDepositAmount":0.14840339,' +
  '"expectedDepositAmount":"0.148403390000000000001","displayRateDepegLossAmount":null,"settlementAmount":100.00}'
const timestamp = '1700000000000'

function headersFor(body: string): Record<string, string> {
  return {
    Signature: sign('sha512', Buffer.from(`${body}.${timestamp}`), privateKey).toString('base64'),
    Timestamp: timestamp,
  }
}

test('a confirmed deposit becomes a typed event whose amounts are decimal strings, as everywhere else', () => {
  expect(verifyCallback(raw, headersFor(raw), credentials)).toEqual({
    ...{ callback: 'depositReceived', status: 'CONFIRMED', timestamp },
    body: {
      ...{ clientPaymentId: 'order-1', depositId: '6f1c2b1e-6a0a-4c55-9a52-0d6c1f6f2f11', status: 'CONFIRMED' },
      ...{ actualDepositAmount: '0.14840339', expectedDepositAmount: '0.148403390000000000001' },
      ...{ displayRateDepegLossAmount: null, settlementAmount: '100.00' },
    },
  })
})

test('body, timestamp and signature are bound together', () => {
  const headers = headersFor(raw)
  expect(reasonFor(`${raw} `, headers)).toBe('wrong-signature')
  expect(reasonFor(JSON.stringify(JSON.parse(raw)), headers)).toBe('wrong-signature')
  expect(reasonFor(raw, { ...headers, Timestamp: '1700000000001' })).toBe('wrong-signature')
  expect(reasonFor(raw, { ...headers, Timestamp: '' })).toBe('missing-timestamp')
  expect(reasonFor(raw, { Timestamp: timestamp })).toBe('missing-signature')
  const signature = Buffer.from(headers.Signature ?? '', 'base64')
  for (let bit = 0; bit < 512; bit += 1) {
    const copy = Buffer.from(signature)
    copy[bit >> 1] = (copy[bit >> 1] ?? 0) ^ (1 << (bit & 7))
    expect(reasonFor(raw, { ...headers, Signature: copy.toString('base64') })).toBe('wrong-signature')
  }
})

test("another environment's key is refused, and what is no key is told", () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' })
  expect(reasonFor(raw, headersFor(raw), { publicKey: other.toString() })).toBe('wrong-signature')
  expect(() => verifyCallback(raw, headersFor(raw), { publicKey: 'none' })).toThrow('The public key is no RSA key')
})

function reasonFor(body: string, headers: Record<string, string>, given = credentials): string | undefined {
  try {
    verifyCallback(body, headers, given)
    return undefined
  } catch (error) {
    if (!(error instanceof CallbackError)) throw error
    return error.reason
  }
}

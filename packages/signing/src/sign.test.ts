import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyProfile, combinedProfile, staticProfile } from './__fixtures__/profiles.ts'
import { sign } from './sign.ts'
import type { SigningProfile } from './signing-profile.ts'
import { verify } from './verify.ts'

const credentials = { key: 'test_key', secret: 'test_secret' }
const body = Buffer.from(
  '{"clientPaymentId":"order-1","businessId":"550e8400-e29b-41d4-a716-446655440000","locale":"en-US","displayCurrency":"EUR","displayAmount":"100.00"}',
)

test('key and signature travel in headers of their own', () => {
  expect(
    sign(bodyProfile, { pathAndQuery: '/requests', body: Buffer.from('{}'), credentials, now: 0 }),
  ).toMatchInlineSnapshot(`
    {
      "X-Processing-Key": "test_key",
      "X-Processing-Signature": "b4a07c5916183a2e1bc264312b428edef9e103245598325b3a9dcafc4136aabddb4919c784bd1222e5703957ea53134c6b0f381301c841f5ae1bc34f1fada755",
    }
  `)
})

test('all parts travel in one header, the time in milliseconds', () => {
  expect(
    sign(combinedProfile, { pathAndQuery: '/v1/payments', body, credentials, now: 1_700_000_000_000 }),
  ).toMatchInlineSnapshot(`
    {
      "Authorization": "FRX-API api-key=test_key,signature=590db60f52637b38718a03515331871c624c48fa89c869e2bf561ca62d0e0db1,timestamp=1700000000000",
    }
  `)
})

test('a static key travels alone and needs no secret', () => {
  const input = { pathAndQuery: '/', body, credentials: { key: 'test_key' }, now: 0 }
  expect(sign(staticProfile, input)).toEqual({ 'X-API-Key': 'test_key' })
})

test('a timestamp in seconds is rounded down', () => {
  const profile: SigningProfile = {
    headers: [
      { name: 'Key', template: 'Bearer {key}' },
      { name: 'Timestamp', template: '{timestamp}' },
      { name: 'Signature', template: '"{signature}"' },
    ],
    signature: { algorithm: 'HMAC-SHA256', encoding: 'base64', message: ['timestamp', 'body'], timestamp: 'seconds' },
  }
  const headers = sign(profile, { pathAndQuery: '/', body, credentials, now: 1_700_000_000_999 })
  expect(headers).toMatchObject({ Key: 'Bearer test_key', Timestamp: '1700000000' })
  const received = { headers: new Headers(headers), pathAndQuery: '/', body, credentials }
  expect(verify(profile, received)).toEqual({ ok: true, timestamp: '1700000000' })
})

test.each([
  ['a\r\nX-Evil: 1', staticProfile, 'it holds a control character or one outside ASCII'],
  ['a\nb', bodyProfile, 'it holds a control character or one outside ASCII'],
  ['a\0b', bodyProfile, 'it holds a control character or one outside ASCII'],
  ['schlüssel', bodyProfile, 'it holds a control character or one outside ASCII'],
  [' key', bodyProfile, 'it begins or ends with a space'],
  ['one,two', combinedProfile, 'it holds ",", which ends a part of that header'],
])('the key %j is refused and not shown', (key, profile, reason) => {
  const input = { pathAndQuery: '/', body, credentials: { key, secret: 'hidden' }, now: 0 }
  const name = profile.headers[0]?.name
  expect(() => sign(profile, input)).toThrow(
    new Error(`The key cannot stand in the header ${name}: ${reason}. Check it.`),
  )
})

test('an empty key is refused', () => {
  const input = { pathAndQuery: '/', body, credentials: { key: '', secret: 'hidden' }, now: 0 }
  expect(() => sign(bodyProfile, input)).toThrow('The key is empty: set the key of the account.')
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 1e300])('the time %d is refused', (now) => {
  expect(() => sign(combinedProfile, { pathAndQuery: '/', body, credentials, now })).toThrow(
    `The time ${now} is not in milliseconds since the Unix epoch: give one such as Date.now().`,
  )
})

test('what is signed verifies, and over any other body it does not', () => {
  const profile = fc.constantFrom(bodyProfile, combinedProfile)
  const key = fc.stringMatching(/^[!-+\--~]{1,40}$/)
  const secret = fc.string({ unit: 'binary', minLength: 1 })
  const path = fc.webPath().map((text) => `/${text}`)
  const bytes = fc.uint8Array()
  const property = fc.property(profile, key, secret, path, bytes, bytes, (profile, key, secret, path, body, other) => {
    const credentials = { key, secret }
    const signed = sign(profile, { pathAndQuery: path, body, credentials, now: 1_700_000_000_000 })
    const received = { headers: new Headers(signed), pathAndQuery: path, body, credentials }
    expect(verify(profile, received)).toMatchObject({ ok: true })
    fc.pre(!Buffer.from(body).equals(other))
    expect(verify(profile, { ...received, body: other })).toEqual({ ok: false, fault: 'wrong-signature' })
  })
  fc.assert(property, { numRuns: 200 })
})

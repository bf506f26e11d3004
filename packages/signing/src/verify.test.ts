import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { bodyProfile, combinedProfile, staticProfile } from './__fixtures__/profiles.ts'
import { bodyVectors, combinedVectors, type Vector } from './__fixtures__/vectors.ts'
import type { SigningProfile } from './signing-profile.ts'
import { type VerifyOptions, verify } from './verify.ts'

const timingSafeEqual = vi.spyOn(crypto, 'timingSafeEqual')
syncBuiltinESMExports()
beforeEach(() => {
  timingSafeEqual.mockClear()
})
afterAll(() => {
  timingSafeEqual.mockRestore()
  syncBuiltinESMExports()
})

const V1 = vector('V1')
const right = V1.signature
const upper = right.toUpperCase()

test.each(bodyVectors)('vector $id verifies over its own body', ({ secret, body, signature }) => {
  const headers = new Headers({ 'x-processing-key': 'k', 'X-PROCESSING-SIGNATURE': signature })
  const input = { headers, pathAndQuery: '/requests', body: Buffer.from(body), credentials: { key: 'k', secret } }
  expect(verify(bodyProfile, input)).toEqual({ ok: true })
})

test.each(combinedVectors)('vector $id verifies and gives its timestamp', (vector) => {
  expect(verifyCombined(`FRX-API api-key=k,signature=${vector.signature},timestamp=1700000000000`, vector)).toEqual({
    ok: true,
    timestamp: '1700000000000',
  })
})

test.each(bodyVectors.filter(({ id }) => id !== 'V1'))('vector $id does not verify over the body of V1', (other) => {
  expect(verifyBody(other.signature)).toEqual({ ok: false, fault: 'wrong-signature' })
})

test.each(['V7', 'V8', 'V9', 'V6', 'V12', 'V13'])('the signature of V1 does not verify over the body of %s', (id) => {
  expect(verifyBody(right, {}, vector(id).body)).toEqual({ ok: false, fault: 'wrong-signature' })
})

test.each([
  ['V10', 'V11'],
  ['V11', 'V10'],
  ['V12', 'V13'],
  ['V13', 'V12'],
])('the signature of %s does not verify over the same value written as in %s', (signed, sent) => {
  expect(verifyBody(vector(signed).signature, {}, vector(sent).body)).toEqual({ ok: false, fault: 'wrong-signature' })
})

test.each([
  ['another path', { pathAndQuery: '/v1/payment' }],
  ['a query added', { pathAndQuery: '/v1/payments?a=1' }],
  ['the path left out', { pathAndQuery: '' }],
  ['another body', { body: '{}' }],
  ['another secret', { secret: 'test_secreT' }],
  ['another timestamp', { timestamp: '1700000000001' }],
  ['a timestamp in seconds', { timestamp: '1700000000' }],
])('a combined signature does not verify with %s', (_, change) => {
  const sent = { ...combinedVector(), ...change }
  expect(verifyCombined(`FRX-API api-key=k,signature=${sent.signature},timestamp=${sent.timestamp}`, sent)).toEqual({
    ok: false,
    fault: 'wrong-signature',
  })
})

test('each of the 512 flips of one bit of a signature is refused', () => {
  const bytes = Buffer.from(right, 'hex')
  const flipped = Array.from({ length: 512 }, (_, bit) => {
    const copy = Buffer.from(bytes)
    copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    return copy.toString('hex')
  })
  expect(new Set(flipped).add(right).size).toBe(513)
  expect(flipped.filter((signature) => verifyBody(signature).ok)).toEqual([])
})

test.each([
  ['a right prefix', right.slice(0, 64)],
  ['all but the last digit', right.slice(0, -1)],
  ['one digit', right.slice(0, 1)],
  ['a digit too many', `${right}0`],
  ['the signature twice', right + right],
  ['a NUL after it', `${right}\0`],
  ['upper case', upper],
  ['one digit in upper case', right.replace('c', 'C')],
  ['Base64 of the same bytes', Buffer.from(right, 'hex').toString('base64')],
  ['a prefix', `0x${right}`],
  ['quotes', `"${right}"`],
  ['text that is no hex', 'undefined'],
])('%s is a wrong signature', (_, signature) => {
  // A NUL cannot pass through Headers, so headers are read by a plain lookup.
  const given = new Map([
    ['X-Processing-Key', 'k'],
    ['X-Processing-Signature', signature],
  ])
  const headers = { get: (name: string) => given.get(name) ?? null }
  const credentials = { key: 'k', secret: V1.secret }
  expect(verify(bodyProfile, { headers, pathAndQuery: '/', body: Buffer.from(V1.body), credentials })).toEqual({
    ok: false,
    fault: 'wrong-signature',
  })
})

test('upper-case hex is taken where it is asked for, and only where it is right', () => {
  expect(verifyBody(upper, { acceptUpperCaseHex: true })).toEqual({ ok: true })
  expect(verifyBody(right, { acceptUpperCaseHex: true })).toEqual({ ok: true })
  expect(verifyBody(upper.replace(/.$/, '0'), { acceptUpperCaseHex: true })).toMatchObject({ ok: false })
})

test('Base64 keeps its case whatever is asked for', () => {
  const profile: SigningProfile = {
    ...bodyProfile,
    signature: { algorithm: 'HMAC-SHA512', encoding: 'base64', message: ['body'] },
  }
  const base64 = Buffer.from(right, 'hex').toString('base64')
  const received = (signature: string) => ({
    headers: new Headers({ 'X-Processing-Key': 'k', 'X-Processing-Signature': signature }),
    pathAndQuery: '/',
    body: Buffer.from(V1.body),
    credentials: { key: 'k', secret: V1.secret },
  })
  expect(verify(profile, received(base64), { acceptUpperCaseHex: true })).toEqual({ ok: true })
  expect(verify(profile, received(base64.toLowerCase()), { acceptUpperCaseHex: true })).toMatchObject({ ok: false })
})

test.each([
  [{}, 'missing-key'],
  [{ 'X-Processing-Signature': right }, 'missing-key'],
  [{ 'X-Processing-Key': '', 'X-Processing-Signature': right }, 'missing-key'],
  [{ 'X-Processing-Key': '  ', 'X-Processing-Signature': right }, 'missing-key'],
  [{ 'X-Processing-Key': 'k' }, 'missing-signature'],
  [{ 'X-Processing-Key': 'k', 'X-Processing-Signature': '' }, 'missing-signature'],
  [{ 'X-Processing-Key': 'other' }, 'missing-signature'],
  [{ 'X-Processing-Key': 'other', 'X-Processing-Signature': right }, 'unknown-key'],
  [{ 'X-Processing-Key': 'K', 'X-Processing-Signature': right }, 'unknown-key'],
  [{ 'X-Processing-Key': 'k, k', 'X-Processing-Signature': right }, 'unknown-key'],
  [{ 'X-Processing-Key': 'other', 'X-Processing-Signature': 'wrong' }, 'unknown-key'],
  [{ 'X-Processing-Key': 'k', 'X-Processing-Signature': 'wrong' }, 'wrong-signature'],
])('headers of their own: %j is %s', (headers, fault) => {
  const input = { headers: new Headers(Object.entries(headers)), pathAndQuery: '/', body: Buffer.from(V1.body) }
  const credentials = { key: 'k', secret: V1.secret }
  expect(verify(bodyProfile, { ...input, credentials })).toEqual({ ok: false, fault })
})

test.each([
  ['FRX-API api-key=k,signature=S,timestamp=1700000000000', 'ok'],
  ['FRX-API API-Key=k,Signature=S,Timestamp=1700000000000', 'ok'],
  ['frx-api api-key=k,signature=S,timestamp=1700000000000', 'ok'],
  [null, 'missing-key'],
  ['', 'missing-key'],
  ['FRX-API', 'missing-key'],
  ['Bearer k', 'missing-key'],
  ['FRX-API signature=S,timestamp=1700000000000', 'missing-key'],
  ['FRX-API api-key=,signature=S,timestamp=1700000000000', 'missing-key'],
  ['FRX-API api-key=,signature=S', 'missing-key'],
  ['FRX-API x-api-key=k,signature=S,timestamp=1700000000000', 'missing-key'],
  ['FRX-API api-key=k', 'missing-signature'],
  ['FRX-API api-key=k,timestamp=1700000000000', 'missing-signature'],
  ['FRX-API api-key=k,signature=,timestamp=1700000000000', 'missing-signature'],
  ['FRX-API api-key=k,signature=S', 'malformed-header'],
  ['FRX-API api-key=k,signature=S,timestamp=', 'malformed-header'],
  ['FRX-API api-key=k,signature=S,timestamp=now', 'malformed-header'],
  ['FRX-API api-key=k,signature=S,timestamp=-1', 'malformed-header'],
  ['FRX-API api-key=k,signature=S,timestamp=1700000000000,more=1', 'malformed-header'],
  ['FRX-API api-key=k, signature=S, timestamp=1700000000000', 'malformed-header'],
  ['FRX-API API-Key=k, Signature=S, Timestamp=1700000000000', 'malformed-header'],
  ['FRX-API api-key=k,signature=S;timestamp=1700000000000', 'malformed-header'],
  ['FRX-API  api-key=k,signature=S,timestamp=1700000000000', 'malformed-header'],
  ['FRX-API signature=S,api-key=k,timestamp=1700000000000', 'malformed-header'],
  ['api-key=k,signature=S,timestamp=1700000000000', 'malformed-header'],
  ['Bearer api-key=k,signature=S,timestamp=1700000000000', 'malformed-header'],
  ['FRX-API api-key=K,signature=S,timestamp=1700000000000', 'unknown-key'],
  ['FRX-API api-key=k,signature=S0,timestamp=1700000000000', 'wrong-signature'],
])('one header: %j is %s', (authorization, outcome) => {
  const sent = combinedVector()
  const verified = verifyCombined(authorization?.replace('=S', `=${sent.signature}`) ?? null, sent)
  expect(verified.ok ? 'ok' : verified.fault).toBe(outcome)
})

test.each([
  ['test_key', { ok: true }],
  ['test_ke', { ok: false, fault: 'unknown-key' }],
  ['test_key1', { ok: false, fault: 'unknown-key' }],
  ['', { ok: false, fault: 'missing-key' }],
])('a static key %j gives %j', (key, outcome) => {
  const input = { headers: new Headers({ 'x-api-key': key }), pathAndQuery: '/', body: Buffer.of() }
  expect(verify(staticProfile, { ...input, credentials: { key: 'test_key' } })).toEqual(outcome)
})

test.each([
  ['Bearer test_key', 'ok'],
  ['bearer test_key', 'ok'],
  ['Bearer TEST_KEY', 'unknown-key'],
  ['Bearer', 'missing-key'],
  ['Basic test_key', 'missing-key'],
])('a static key under a scheme: %j is %s', (authorization, outcome) => {
  const profile = { headers: [{ name: 'Authorization', template: 'Bearer {key}' }] }
  const input = { headers: new Headers({ authorization }), pathAndQuery: '/', body: Buffer.of() }
  const verified = verify(profile, { ...input, credentials: { key: 'test_key' } })
  expect(verified.ok ? 'ok' : verified.fault).toBe(outcome)
})

test('an account whose key is empty lets nobody in', () => {
  const input = { headers: new Headers({ 'x-api-key': '' }), pathAndQuery: '/', body: Buffer.of() }
  expect(verify(staticProfile, { ...input, credentials: { key: '' } })).toEqual({ ok: false, fault: 'missing-key' })
})

test('a profile that carries no key or no signature lets nobody in', () => {
  const signature = { algorithm: 'HMAC-SHA256', encoding: 'hex', message: ['body'] } as const
  const input = { headers: new Headers({ a: 'k' }), pathAndQuery: '/', body: Buffer.of() }
  const credentials = { key: 'k', secret: 's' }
  const fault = (profile: SigningProfile) => verify(profile, { ...input, credentials })
  expect(fault({ headers: [] })).toEqual({ ok: false, fault: 'missing-key' })
  expect(fault({ headers: [{ name: 'a', template: 'k' }] })).toEqual({ ok: false, fault: 'missing-key' })
  expect(fault({ headers: [{ name: 'a', template: '{key}' }], signature })).toEqual({
    ok: false,
    fault: 'missing-signature',
  })
})

test('a missing secret is a wrong configuration, not a wrong request', () => {
  const headers = new Headers({ 'X-Processing-Key': 'k', 'X-Processing-Signature': right })
  const input = { headers, pathAndQuery: '/', body: Buffer.of(), credentials: { key: 'k' } }
  expect(() => verify(bodyProfile, input)).toThrow('HMAC-SHA512 needs a secret and none is given')
})

test.each([
  ['right', 'k', right],
  ['wrong at the start', 'k', `f${right.slice(1)}`],
  ['wrong at the end', 'k', `${right.slice(0, -1)}f`],
  ['far too short', 'k', 'a'],
  ['far too long', 'k', right.repeat(50)],
  ['under another key', 'other', right],
])('a signature that is %s costs the same two comparisons of 32 bytes', (_, key, signature) => {
  const headers = new Headers({ 'X-Processing-Key': key, 'X-Processing-Signature': signature })
  const credentials = { key: 'k', secret: V1.secret }
  verify(bodyProfile, { headers, pathAndQuery: '/', body: Buffer.from(V1.body), credentials })
  const lengths = timingSafeEqual.mock.calls.map((pair) => pair.map(({ byteLength }) => byteLength))
  expect(lengths).toEqual([
    [32, 32],
    [32, 32],
  ])
})

test('a header of a megabyte is judged at once', () => {
  const long = 'api-key=,signature='.repeat(55_000)
  const begun = performance.now()
  expect(verifyCombined(`FRX-API ${long}`, combinedVector())).toMatchObject({ ok: false })
  expect(performance.now() - begun).toBeLessThan(1000)
})

function vector(id: string): Vector {
  const found = bodyVectors.find((vector) => vector.id === id)
  if (!found) throw new Error(`No vector ${id}`)
  return found
}

function combinedVector() {
  const [first] = combinedVectors
  if (!first) throw new Error('No combined vector')
  return first
}

function verifyBody(signature: string, options: VerifyOptions = {}, body: string = V1.body) {
  const headers = new Headers({ 'X-Processing-Key': 'k', 'X-Processing-Signature': signature })
  const credentials = { key: 'k', secret: V1.secret }
  return verify(bodyProfile, { headers, pathAndQuery: '/requests', body: Buffer.from(body), credentials }, options)
}

function verifyCombined(authorization: string | null, sent: { pathAndQuery: string; body: string; secret: string }) {
  const { pathAndQuery, body, secret } = sent
  const headers = { get: () => authorization }
  return verify(combinedProfile, { headers, pathAndQuery, body: Buffer.from(body), credentials: { key: 'k', secret } })
}

import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyedCallback, opensslCallback, timedCallback } from './__fixtures__/callback-profiles.ts'
import { bodyVectors } from './__fixtures__/vectors.ts'
import type { CallbackCredentials } from './callback-credentials.ts'
import type { CallbackProfile } from './callback-profile.ts'
import { signCallback } from './sign-callback.ts'
import { verifyCallback } from './verify-callback.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const signers = {
  keyed: { key: 'test_key', secret: 'test_secret' },
  timed: { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() },
}
const text = '{"status":"paid","note":"M\\u00fcller","url":"https:\\/\\/a.example","amount":"1.0"}'
const bytes = new TextEncoder().encode(text)

interface Signed {
  readonly name: string
  readonly profile: CallbackProfile
  readonly headers: Record<string, string>
  readonly credentials: CallbackCredentials
}

const signed: readonly Signed[] = [
  {
    name: 'HMAC-SHA512',
    profile: keyedCallback,
    headers: signCallback(keyedCallback, { body: bytes, signer: signers.keyed }),
    credentials: signers.keyed,
  },
  {
    name: 'RSA-SHA512',
    profile: timedCallback,
    headers: signCallback(timedCallback, { body: bytes, signer: signers.timed, timestamp: '1700000000000' }),
    credentials: { publicKey: der },
  },
]

function judge({ profile, headers, credentials }: Signed, changes: Partial<Signed> = {}, body = bytes): unknown {
  const given = new Headers(changes.headers ?? headers)
  return verifyCallback(profile, { body, headers: given, credentials: changes.credentials ?? credentials })
}

test.each(bodyVectors)('the published vector $id is accepted', ({ body, secret, signature }) => {
  const headers = new Headers({ 'x-processing-KEY': 'k', 'X-PROCESSING-signature': signature })
  const input = { body: new TextEncoder().encode(body), headers, credentials: { key: 'k', secret } }
  expect(verifyCallback(keyedCallback, input)).toEqual({ ok: true })
})

test('a signature of openssl is accepted', () => {
  const { body, timestamp, signature, publicKey } = opensslCallback
  const headers = new Headers({ signature, timestamp })
  const input = { body: new TextEncoder().encode(body), headers, credentials: { publicKey } }
  expect(verifyCallback(timedCallback, input)).toEqual({ ok: true, timestamp })
  expect(verifyCallback(timedCallback, { ...input, headers: new Headers({ signature, timestamp: '1' }) }).ok).toBe(
    false,
  )
})

test('a public key is taken as PEM too', () => {
  for (const one of signed.slice(1)) expect(judge(one, { credentials: { publicKey: pem } })).toMatchObject({ ok: true })
})

test.each(signed)('$name: each of the bits of the body counts', (one) => {
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    expect(judge(one, {}, flipped(bytes, bit))).toEqual({ ok: false, fault: 'wrong-signature' })
  }
})

test('HMAC-SHA512: 512 of 512 flipped bits of the signature are refused', () => {
  const [one] = signed
  const right = Buffer.from(one?.headers['X-Processing-Signature'] ?? '', 'hex')
  let refused = 0
  for (let bit = 0; bit < 512; bit += 1) {
    const signature = Buffer.from(flipped(right, bit)).toString('hex')
    const headers = { ...one?.headers, 'X-Processing-Signature': signature }
    if (one && JSON.stringify(judge(one, { headers })) === '{"ok":false,"fault":"wrong-signature"}') refused += 1
  }
  expect(refused).toBe(512)
})

test.each(signed)('$name: each bit of each character of the signature counts', (one) => {
  const name = one.profile.headers.find(({ template }) => template === '{signature}')?.name ?? ''
  const letters = Buffer.from(one.headers[name] ?? '')
  for (let bit = 0; bit < letters.length * 8; bit += 1) {
    const changed = Buffer.from(flipped(letters, bit)).toString('latin1')
    // Not every character can stand in a header; those never reach a verifier.
    if (!/^[\x21-\x7e]+$/.test(changed)) continue
    expect(judge(one, { headers: { ...one.headers, [name]: changed } })).toMatchObject({ ok: false })
  }
})

test.each(signed)('$name: a body that was parsed and written again is refused', (one) => {
  const again = new TextEncoder().encode(JSON.stringify(JSON.parse(text)))
  expect(judge(one, {}, again)).toEqual({ ok: false, fault: 'wrong-signature' })
})

test.each([
  ['X-Processing-Key', 'missing-key'],
  ['X-Processing-Signature', 'missing-signature'],
  ['Signature', 'missing-signature'],
  ['Timestamp', 'missing-timestamp'],
])('without %s it is %s', (name, fault) => {
  for (const one of signed.filter(({ headers }) => name in headers)) {
    const headers = Object.fromEntries(Object.entries(one.headers).filter(([other]) => other !== name))
    expect(judge(one, { headers })).toEqual({ ok: false, fault })
  }
})

test('another key or secret is refused', () => {
  const [keyed, timed] = signed
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' })
  if (!keyed || !timed) throw new Error('Both schemes are needed.')
  expect(judge(keyed, { credentials: { key: 'other', secret: 'test_secret' } })).toEqual({
    ok: false,
    fault: 'unknown-key',
  })
  expect(judge(keyed, { credentials: { key: 'test_key', secret: 'other' } })).toEqual({
    ok: false,
    fault: 'wrong-signature',
  })
  expect(judge(timed, { credentials: { publicKey: other.toString() } })).toEqual({
    ok: false,
    fault: 'wrong-signature',
  })
})

test.each([
  [
    keyedCallback,
    { secret: 'hidden-secret' },
    'Callbacks carry the key and none is given: set the key of the account.',
  ],
  [keyedCallback, { key: 'k' }, 'HMAC-SHA512 needs a secret and none is given: set the secret beside the key.'],
  [timedCallback, {}, "RSA-SHA512 needs the provider's public key and none is given: set publicKey."],
  [
    timedCallback,
    { publicKey: 'bm8ga2V5' },
    'The public key is no RSA key in PEM or Base64 DER: take it as the provider prints it.',
  ],
])('credentials that lack something are said, %#', (profile, credentials, message) => {
  expect(() => verifyCallback(profile, { body: bytes, headers: new Headers(), credentials })).toThrow(
    new Error(message),
  )
})

test('no headers at all make it throw', () => {
  const value = fc.stringMatching(/^[!-~]{0,200}$/)
  const property = fc.property(fc.constantFrom(...signed), value, value, (one, left, right) => {
    const [first, second] = one.profile.headers
    const headers = { [first?.name ?? '']: left, [second?.name ?? '']: right }
    expect(judge(one, { headers })).toMatchObject({ ok: false })
  })
  fc.assert(property, { numRuns: 500 })
})

function flipped(bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

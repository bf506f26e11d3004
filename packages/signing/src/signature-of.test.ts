import { expect, test } from 'vitest'
import { bodyProfile, combinedProfile, staticProfile } from './__fixtures__/profiles.ts'
import { bodyVectors, combinedVectors } from './__fixtures__/vectors.ts'
import { signatureOf } from './signature-of.ts'

test.each(bodyVectors)('vector $id: the body alone is signed', ({ secret, body, signature }) => {
  const input = { pathAndQuery: '/any', body: Buffer.from(body), credentials: { key: 'k', secret } }
  expect(signatureOf(bodyProfile, input)).toBe(signature)
})

test.each(combinedVectors)('vector $id: path, timestamp and body are signed', (vector) => {
  const { pathAndQuery, timestamp, secret, signature } = vector
  const input = { pathAndQuery, timestamp, body: Buffer.from(vector.body), credentials: { key: 'k', secret } }
  expect(signatureOf(combinedProfile, input)).toBe(signature)
})

test('a profile that signs nothing has no signature', () => {
  const input = { pathAndQuery: '/', body: Buffer.of(), credentials: { key: 'k', secret: 's' } }
  expect(() => signatureOf(staticProfile, input)).toThrowErrorMatchingInlineSnapshot(
    `[Error: This signing profile has a static key and signs nothing: send its headers alone.]`,
  )
})

test.each([{ key: 'k' }, { key: 'k', secret: '' }])('a missing secret is said: %j', (credentials) => {
  const input = { pathAndQuery: '/', body: Buffer.of(), credentials }
  expect(() => signatureOf(bodyProfile, input)).toThrow(
    'HMAC-SHA512 needs a secret and none is given: set the secret beside the key.',
  )
})

test('a missing timestamp is said', () => {
  const input = { pathAndQuery: '/', body: Buffer.of(), credentials: { key: 'k', secret: 's' } }
  expect(() => signatureOf(combinedProfile, input)).toThrowErrorMatchingInlineSnapshot(
    `[Error: The signature covers a timestamp and none is given: give one.]`,
  )
})

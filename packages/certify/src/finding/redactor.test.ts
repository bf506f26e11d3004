import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redactor } from './redactor.ts'

const credentials = { key: 'merchant-key-1', secret: 'p@ss "wörd"/+1' }
const { redact, leakIn } = redactor(credentials)

const forms: readonly [string, (secret: string) => string][] = [
  ['as it is', (secret) => secret],
  ['in JSON', (secret) => JSON.stringify(secret)],
  ['in hex', (secret) => Buffer.from(secret).toString('hex')],
  ['in upper-case hex', (secret) => Buffer.from(secret).toString('hex').toUpperCase()],
  ['in Base64', (secret) => Buffer.from(secret).toString('base64')],
  ['in URL-safe Base64', (secret) => Buffer.from(secret).toString('base64url')],
  ['in Base64 behind a user', (secret) => Buffer.from(`user:${secret}`).toString('base64')],
  ['in Base64 between others', (secret) => Buffer.from(`xy${secret}z`).toString('base64')],
  ['in a query', (secret) => new URLSearchParams({ secret }).toString()],
  ['percent-encoded', (secret) => encodeURIComponent(secret)],
]
test.each(forms)('the secret is found and taken out %s', (_name, form) => {
  const text = `{"debug":"${form(credentials.secret)}"}`
  expect(leakIn(text)).toBe('secret')
  expect(redact(text)).toContain('<secret>')
  expect(leakIn(redact(text))).toBeUndefined()
})

test('text without the secret stays as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => redact(text) === text && leakIn(text) === undefined),
    { numRuns: 200 },
  )
})

test('the key is taken out and is no leak, but where nothing else is secret', () => {
  expect(redact(`key ${credentials.key}`)).toBe('key <key>')
  expect(leakIn(`key ${credentials.key}`)).toBeUndefined()
  expect(redactor({ key: 'static-key' }).leakIn('key static-key')).toBe('secret')
})

test('a signature is a leak', () => {
  const signature = 'ab'.repeat(32)
  expect(leakIn(`expected ${signature}`, [signature])).toBe('signature')
  expect(redact(`expected ${signature}`, [signature])).toBe('expected <signature>')
})

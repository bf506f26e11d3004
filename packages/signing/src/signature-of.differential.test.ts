import { spawnSync } from 'node:child_process'
import { webcrypto } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signatureOf } from './signature-of.ts'
import type { SignatureScheme, SigningPart } from './signing-profile.ts'

const scheme = fc.record({
  algorithm: fc.constantFrom<SignatureScheme['algorithm']>('HMAC-SHA256', 'HMAC-SHA512'),
  encoding: fc.constantFrom<SignatureScheme['encoding']>('hex', 'base64'),
  message: fc.shuffledSubarray<SigningPart>(['path-and-query', 'timestamp', 'body'], { minLength: 1 }),
})
const request = fc.record({
  pathAndQuery: fc.oneof(fc.webPath({ size: 'small' }), fc.string({ unit: 'binary' })),
  timestamp: fc.nat().map(String),
  body: fc.oneof(fc.uint8Array({ maxLength: 2000, size: 'max' }), fc.uint8Array({ maxLength: 20 })),
})
// 64 and 128 bytes are the block sizes of the two algorithms: longer keys are hashed first.
const secret = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ minLength: 60, maxLength: 140 }))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-signing-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('1,000 signatures are those of WebCrypto', async () => {
  const property = fc.asyncProperty(scheme, request, secret, async (signature, parts, secret) => {
    const made = signatureOf({ headers: [], signature }, { ...parts, credentials: { key: 'k', secret } })
    const hash = signature.algorithm === 'HMAC-SHA256' ? 'SHA-256' : 'SHA-512'
    const algorithm = { name: 'HMAC', hash }
    const key = await webcrypto.subtle.importKey('raw', Buffer.from(secret), algorithm, false, ['sign'])
    const expected = Buffer.from(await webcrypto.subtle.sign('HMAC', key, messageOf(signature, parts)))
    expect(made).toBe(expected.toString(signature.encoding))
  })
  await fc.assert(property, { numRuns: 1000 })
})

const noOpenssl = spawnSync('openssl', ['version']).error
if (noOpenssl) {
  test('openssl is not on PATH, WebCrypto alone was asked', () => {
    expect(noOpenssl).toMatchObject({ code: 'ENOENT' })
  })
} else {
  test('1,000 signatures are those of openssl', () => {
    // One call takes many files under one key, so twenty calls judge a thousand.
    const batch = fc.tuple(scheme, secret, fc.array(request, { minLength: 50, maxLength: 50 }))
    for (const [signature, secret, requests] of fc.sample(batch, 20)) {
      const credentials = { key: 'k', secret }
      const made = requests.map((parts) => signatureOf({ headers: [], signature }, { ...parts, credentials }))
      const messages = requests.map((parts) => messageOf(signature, parts))
      const expected = openssl(signature.algorithm, secret, messages)
      expect(made).toEqual(expected.map((hex) => Buffer.from(hex, 'hex').toString(signature.encoding)))
    }
  })
}

function openssl(algorithm: SignatureScheme['algorithm'], secret: string, messages: readonly Uint8Array[]): string[] {
  const files = messages.map((message, index) => {
    const file = join(folder, `${index}`)
    writeFileSync(file, message)
    return file
  })
  const key = `hexkey:${Buffer.from(secret).toString('hex')}`
  const digest = algorithm === 'HMAC-SHA256' ? '-sha256' : '-sha512'
  const { stdout, stderr } = spawnSync('openssl', ['dgst', digest, '-mac', 'HMAC', '-macopt', key, '-r', ...files])
  const lines = String(stdout).trim().split('\n')
  expect(lines, String(stderr)).toHaveLength(files.length)
  return lines.map((line) => line.split(' ')[0] ?? '')
}

function messageOf({ message }: SignatureScheme, parts: { pathAndQuery: string; timestamp: string; body: Uint8Array }) {
  const bytes = { 'path-and-query': Buffer.from(parts.pathAndQuery), timestamp: Buffer.from(parts.timestamp) }
  return Buffer.concat(message.map((part) => (part === 'body' ? parts.body : bytes[part])))
}

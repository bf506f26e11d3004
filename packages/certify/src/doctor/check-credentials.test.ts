import type { Contract } from '@assay/contract'
import { sign } from '@assay/signing'
import { afterEach, expect, test } from 'vitest'
import { brief, causes, closeServed, examined, named, type Seen, served } from '../__fixtures__/examined.ts'
import { smallContract } from '../__fixtures__/small-contract.ts'
import { credentials } from '../__fixtures__/small-till.ts'

afterEach(closeServed)

const signatureOfHeader = (seen: Seen, change: (signature: string) => string) =>
  seen.headers.set('x-signature', change(seen.headers.get('x-signature') ?? ''))

const mistakesInSigning: readonly (readonly [string, (seen: Seen) => void])[] = [
  // What is not upper case is no signature there.
  [
    'signature-upper-case',
    (request) => signatureOfHeader(request, (made) => (/[a-f]/.test(made) ? 'none' : made.toLowerCase())),
  ],
  [
    'signature-base64',
    (request) =>
      signatureOfHeader(request, (made) =>
        /^[0-9a-f]+$/i.test(made) ? 'none' : Buffer.from(made, 'base64').toString('hex'),
      ),
  ],
  [
    'trailing-newline',
    (request) => {
      request.text += '\n'
    },
  ],
  [
    'body-reserialised',
    (request) => {
      request.text = JSON.stringify(JSON.parse(request.text), null, 2)
    },
  ],
]

test.each(mistakesInSigning)('names %s', async (mistake, change) => {
  const { baseUrl, created } = await served(change)
  const steps = await examined({ baseUrl })
  expect(named(steps)).toEqual([mistake])
  expect(brief(steps).slice(-2)).toEqual(['key ok', `signature fault ${mistake}`])
  expect(created()).toBe(0)
})

test('names secret and key that were swapped', async () => {
  const { baseUrl } = await served()
  const swapped = { key: credentials.secret, secret: credentials.key }
  expect(named(await examined({ baseUrl, credentials: swapped }))).toEqual(['secret-and-key-swapped'])
})

test('names quotes that became part of the credentials', async () => {
  const { baseUrl } = await served()
  const quoted = { key: `"${credentials.key}"`, secret: `"${credentials.secret}"` }
  expect(named(await examined({ baseUrl, credentials: quoted }))).toEqual(['quotes-in-credentials'])
})

test('names no mistake in signing where a rightly signed request is accepted', async () => {
  // Lenient: whatever the letters' case and whatever follows the body.
  const { baseUrl } = await served((request) => signatureOfHeader(request, (made) => made.toLowerCase()))
  expect(named(await examined({ baseUrl }))).toEqual([])
})

test('offers a re-serialising proxy as the cause where only odd white space breaks the signature', async () => {
  const { baseUrl } = await served((request) => {
    request.text = JSON.stringify(JSON.parse(request.text))
  })
  const steps = await examined({ baseUrl })
  expect(brief(steps).at(-1)).toBe('signature doubt')
  expect(causes(steps)).toEqual(['body-reserialised'])
})

test('offers a wrong secret where nothing that can be made is accepted', async () => {
  const { baseUrl } = await served()
  const steps = await examined({ baseUrl, credentials: { ...credentials, secret: 'another-secret' } })
  expect(brief(steps).slice(-2)).toEqual(['key ok', 'signature fault'])
  expect(causes(steps)[0]).toBe('wrong-secret')
})

test.each([
  ['https://sandbox.till.example', 'production-key-on-sandbox'],
  ['http://127.0.0.1', 'sandbox-key-on-production'],
])('offers the other environment where the key is unknown: documented server %s', async (server, cause) => {
  const { baseUrl } = await served()
  const contract = {
    ...smallContract,
    operations: smallContract.operations.map((operation) => ({ ...operation, server })),
  }
  const steps = await examined({ baseUrl, credentials: { ...credentials, key: 'key-of-elsewhere' } }, contract)
  expect(brief(steps).at(-1)).toBe('key fault')
  expect(causes(steps)).toEqual(expect.arrayContaining([cause, 'ip-not-allowed']))
})

test('offers an IP address that is not whitelisted where nobody looks at the credentials, and names it where the answer does', async () => {
  const silent = await served(undefined, () => ({ status: 403, body: { error: 'Forbidden' } }))
  expect(causes(await examined({ baseUrl: silent.baseUrl }))[0]).toBe('ip-not-allowed')
  const telling = await served(undefined, () => ({ status: 403, body: { error: 'IP 203.0.113.7 is not whitelisted' } }))
  expect(named(await examined({ baseUrl: telling.baseUrl }))).toEqual(['ip-not-allowed'])
})

/** The small contract, signed with a timestamp; whoever is more than 30 s off is refused. */
const timed: Contract = {
  ...smallContract,
  operations: smallContract.operations.map((operation) => ({
    ...operation,
    signing: {
      headers: [
        { name: 'X-Key', template: '{key}' },
        { name: 'X-Signature', template: '{signature}' },
        { name: 'X-Time', template: '{timestamp}' },
      ],
      signature: {
        algorithm: 'HMAC-SHA256',
        encoding: 'hex',
        message: ['timestamp', 'body'],
        timestamp: 'milliseconds',
      },
    },
  })),
}

test('names a clock that is off', async () => {
  const { baseUrl } = await served(
    undefined,
    (request) =>
      Math.abs(Number(request.headers['x-time']) - Date.now()) > 30_000
        ? { status: 401, body: { error: 'expired' } }
        : undefined,
    timed,
  )
  const steps = await examined({ baseUrl, clock: () => Date.now() - 300_000 }, timed)
  expect(brief(steps)).toContain('clock doubt clock-off')
  expect(brief(steps).at(-1)).toBe('signature fault clock-off')
  expect(brief(await examined({ baseUrl }, timed)).at(-1)).toBe('signature ok')
})

test('says that it cannot tell where the body is judged before the signature', async () => {
  const { baseUrl } = await served((request) => {
    const text = request.text
    const signed = sign(
      {
        headers: [
          { name: 'x-key', template: '{key}' },
          { name: 'x-signature', template: '{signature}' },
        ],
        signature: { algorithm: 'HMAC-SHA512', encoding: 'hex', message: ['body'] },
      },
      { pathAndQuery: request.path, body: Buffer.from(text), credentials, now: Date.now() },
    )
    for (const [name, value] of Object.entries(signed)) request.headers.set(name, value)
  })
  expect(brief(await examined({ baseUrl })).slice(-2)).toEqual(['key doubt', 'signature doubt'])
})

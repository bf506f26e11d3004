import type { IncomingMessage } from 'node:http'
import type { Contract } from '@assay/contract'
import { sign } from '@assay/signing'
import { afterEach, expect, test } from 'vitest'
import { answerJson, type ScriptedServer, scriptedServer } from '../__fixtures__/scripted-server.ts'
import { smallContract } from '../__fixtures__/small-contract.ts'
import { credentials, smallTill } from '../__fixtures__/small-till.ts'
import type { CertifyOptions } from '../certify-options.ts'
import { doctor } from './doctor.ts'
import type { DoctorStep } from './doctor-step.ts'

const servers: ScriptedServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** What a provider sees of a request: a test changes it on its way there. */
interface Seen {
  path: string
  headers: Headers
  text: string
}

interface Served {
  readonly baseUrl: string
  readonly created: () => number
}

/** A right provider whose requests are changed on the way, or answered before they arrive. */
async function served(
  change: (seen: Seen) => void = () => undefined,
  before: (
    request: IncomingMessage,
  ) => { status: number; body: unknown; headers?: Record<string, string> } | undefined = () => undefined,
  contract: Contract = smallContract,
): Promise<Served> {
  const till = smallTill(undefined, [], contract)
  let created = 0
  const server = await scriptedServer(async (request, body, response) => {
    const early = before(request)
    if (early !== undefined) return answerJson(response, early.status, early.body, early.headers)
    const seen = {
      path: request.url ?? '',
      headers: new Headers(request.headers as Record<string, string>),
      text: body.toString('utf8'),
    }
    change(seen)
    const answer = await till(request.method ?? '', seen.path, seen.headers, Buffer.from(seen.text))
    if (answer.status === 200) created += 1
    answerJson(response, answer.status, answer.body, answer.headers)
  })
  servers.push(server)
  return { baseUrl: server.baseUrl, created: () => created }
}

async function seen(
  options: Partial<CertifyOptions>,
  contract: Contract = smallContract,
): Promise<readonly DoctorStep[]> {
  const usual: CertifyOptions = { baseUrl: 'http://127.0.0.1:1', credentials, seed: 1, timeoutSeconds: 2 }
  const steps: DoctorStep[] = []
  for await (const step of doctor(contract, { ...usual, ...options })) steps.push(step)
  expect(JSON.stringify(steps)).not.toContain(credentials.secret)
  expect(JSON.stringify(steps)).not.toContain(credentials.key)
  return steps
}

const brief = (steps: readonly DoctorStep[]) =>
  steps.map(({ step, outcome, mistake }) => [step, outcome, ...(mistake === undefined ? [] : [mistake])].join(' '))
const named = (steps: readonly DoctorStep[]) => steps.flatMap(({ mistake }) => mistake ?? [])
const causes = (steps: readonly DoctorStep[]) => steps.flatMap((step) => step.causes ?? [])

test('finds nothing wrong with a right provider, and creates nothing', async () => {
  const { baseUrl, created } = await served()
  expect(brief(await seen({ baseUrl }))).toEqual([
    'pins ok',
    'currencies ok',
    'name ok',
    'connection ok',
    'certificate skipped',
    'base-path ok',
    'clock ok',
    'key ok',
    'signature ok',
  ])
  expect(created()).toBe(0)
})

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
  const steps = await seen({ baseUrl })
  expect(named(steps)).toEqual([mistake])
  expect(brief(steps).slice(-2)).toEqual(['key ok', `signature fault ${mistake}`])
  expect(created()).toBe(0)
})

test('names secret and key that were swapped', async () => {
  const { baseUrl } = await served()
  const swapped = { key: credentials.secret, secret: credentials.key }
  expect(named(await seen({ baseUrl, credentials: swapped }))).toEqual(['secret-and-key-swapped'])
})

test('names quotes that became part of the credentials', async () => {
  const { baseUrl } = await served()
  const quoted = { key: `"${credentials.key}"`, secret: `"${credentials.secret}"` }
  expect(named(await seen({ baseUrl, credentials: quoted }))).toEqual(['quotes-in-credentials'])
})

test('names no mistake in signing where a rightly signed request is accepted', async () => {
  // Lenient: whatever the letters' case and whatever follows the body.
  const { baseUrl } = await served((request) => signatureOfHeader(request, (made) => made.toLowerCase()))
  expect(named(await seen({ baseUrl }))).toEqual([])
})

test('offers a re-serialising proxy as the cause where only odd white space breaks the signature', async () => {
  const { baseUrl } = await served((request) => {
    request.text = JSON.stringify(JSON.parse(request.text))
  })
  const steps = await seen({ baseUrl })
  expect(brief(steps).at(-1)).toBe('signature doubt')
  expect(causes(steps)).toEqual(['body-reserialised'])
})

test('offers a wrong secret where nothing that can be made is accepted', async () => {
  const { baseUrl } = await served()
  const steps = await seen({ baseUrl, credentials: { ...credentials, secret: 'another-secret' } })
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
  const steps = await seen({ baseUrl, credentials: { ...credentials, key: 'key-of-elsewhere' } }, contract)
  expect(brief(steps).at(-1)).toBe('key fault')
  expect(causes(steps)).toEqual(expect.arrayContaining([cause, 'ip-not-allowed']))
})

test('offers an IP address that is not whitelisted where nobody looks at the credentials, and names it where the answer does', async () => {
  const silent = await served(undefined, () => ({ status: 403, body: { error: 'Forbidden' } }))
  expect(causes(await seen({ baseUrl: silent.baseUrl }))[0]).toBe('ip-not-allowed')
  const telling = await served(undefined, () => ({ status: 403, body: { error: 'IP 203.0.113.7 is not whitelisted' } }))
  expect(named(await seen({ baseUrl: telling.baseUrl }))).toEqual(['ip-not-allowed'])
})

test('names the path that is missing from the base URL, with the right one', async () => {
  const { baseUrl } = await served(undefined, ({ url }) =>
    url === '/api/payments' ? undefined : { status: 404, body: { message: 'Not found' } },
  )
  const server = 'https://till.example/api'
  const contract = {
    ...smallContract,
    operations: smallContract.operations.map((operation) => ({ ...operation, server })),
  }
  const steps = await seen({ baseUrl: baseUrl.replace('/api', '') }, contract)
  expect(brief(steps)).toContain('base-path fault path-missing')
  expect(steps.find(({ step }) => step === 'base-path')?.advice).toBe(`Give ${baseUrl} as the base URL.`)
  const twice = await seen({ baseUrl: `${baseUrl}/payments` }, contract)
  expect(named(twice)).toEqual(['path-twice'])
})

test('offers the missing path where nobody tells another', async () => {
  const { baseUrl } = await served(undefined, () => ({ status: 404, body: { message: 'Not found' } }))
  expect(causes(await seen({ baseUrl }))).toEqual(['path-missing'])
})

test('names a proxy in between by what it says of itself', async () => {
  const { baseUrl } = await served(undefined, () => ({ status: 407, body: {} }))
  expect(named(await seen({ baseUrl }))).toEqual(['proxy-in-between'])
  const via = await served(undefined, () => ({
    status: 422,
    body: { error: 'The amount is missing.' },
    headers: { Via: '1.1 squid' },
  }))
  expect(brief(await seen({ baseUrl: via.baseUrl }))).toContain('connection doubt proxy-in-between')
})

test('offers a proxy in between where a page comes instead of JSON', async () => {
  const server = await scriptedServer((_request, _body, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Please log in</html>')
  })
  servers.push(server)
  expect(causes(await seen({ baseUrl: server.baseUrl }))).toEqual(['proxy-in-between', 'path-missing'])
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
  const steps = await seen({ baseUrl, clock: () => Date.now() - 300_000 }, timed)
  expect(brief(steps)).toContain('clock doubt clock-off')
  expect(brief(steps).at(-1)).toBe('signature fault clock-off')
  expect(brief(await seen({ baseUrl }, timed)).at(-1)).toBe('signature ok')
})

test('asks for pins that every request needs, and leaves out those that are optional', async () => {
  const { baseUrl } = await served()
  const roles = [...(smallContract.operations[0]?.roles ?? []), { role: 'account', at: '/note' } as const]
  const optional = {
    ...smallContract,
    operations: smallContract.operations.map((operation) => ({ ...operation, roles })),
  }
  expect((await seen({ baseUrl }, optional))[0]?.says).toBe(
    'Nothing is pinned; /note, which only your account knows, is left out.',
  )
  const needed = {
    ...optional,
    operations: optional.operations.map((operation) => ({
      ...operation,
      roles: [...roles, { role: 'account', at: '/amount' } as const],
    })),
  }
  const [pins] = await seen({ baseUrl }, needed)
  expect([pins?.outcome, pins?.says]).toEqual(['fault', 'Only your account knows /amount, which every request needs.'])
  expect(pins?.advice).toContain('--set /amount=VALUE')
})

test('names the pin that no valid request can have', async () => {
  const pins = new Map([
    ['/note', 'a note'],
    ['/amount', 'a lot'],
  ])
  const steps = await seen({ pins })
  expect(brief(steps)).toEqual(['pins fault', 'name ok'])
  expect(steps[0]?.says).toBe('No valid request can have the value that is pinned at /amount.')
})

test.each([
  ['http://till.invalid', 'name fault'],
  ['http://127.0.0.1:1', 'connection fault'],
])('says where nobody is: %s', async (baseUrl, last) => {
  expect(brief(await seen({ baseUrl })).at(-1)).toBe(last)
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
  expect(brief(await seen({ baseUrl })).slice(-2)).toEqual(['key doubt', 'signature doubt'])
})

import { Buffer } from 'node:buffer'
import { inspect } from 'node:util'
import { verify } from '@assay/signing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answering, createOrder, key, secret, thrownBy, withServer } from './__fixtures__/acme.ts'
import { answerText } from './answer-text.ts'
import { connect } from './connect.ts'
import { DocumentedError } from './documented-error.ts'
import type { OperationDefinition } from './operation-definition.ts'
import { UndocumentedAnswerError } from './undocumented-answer-error.ts'

const profile = createOrder.signing ?? { headers: [] }

const created = (): Response => new Response('{"id":"1"}', { status: 201 })

async function verifies(request: Request): Promise<boolean> {
  const { pathname, search } = new URL(request.url)
  const body = new Uint8Array(await request.arrayBuffer())
  const input = { pathAndQuery: pathname + search, body, headers: request.headers, credentials: { key, secret } }
  return verify(profile, input).ok
}

test('a call signs the bytes that it sends and gives the parsed answer', async () => {
  const { options, sent } = answering(created, { now: () => 1_700_000_000_000 })
  const call = connect('acme', [createOrder], options)
  expect(await call(createOrder, { body: { name: 'Müller', url: 'https://x/y', amount: '100.00' } })).toEqual({
    id: '1',
  })
  const [request] = sent
  expect(request?.method).toBe('POST')
  expect(request?.url).toBe('https://api.acme.example/v1/orders')
  expect(request?.redirect).toBe('manual')
  expect(request?.headers.get('content-type')).toBe('application/json')
  expect(request?.headers.get('authorization')).toMatch(/^ACME signature=[0-9a-f]{128},timestamp=1700000000000$/)
  expect(await request?.clone().text()).toBe('{"name":"Müller","url":"https://x/y","amount":"100.00"}')
  expect(request && (await verifies(request))).toBe(true)
})

/** Characters that serialisers treat in different ways. */
const character = fc.constantFrom('a', '"', '\\', '/', '\n', '\0', '\u2028', 'ü', '€', '😀', '\ud800')

test('a signature holds for any body, and decimal strings arrive as they are', async () => {
  const { options, sent } = answering(created)
  const call = connect('acme', [createOrder], options)
  await fc.assert(
    fc.asyncProperty(fc.bigInt(), fc.nat(30), fc.string({ unit: character }), async (digits, scale, text) => {
      const amount = `${digits}.${'0'.repeat(scale)}1`
      await call(createOrder, { body: { amount, text } })
      const request = sent.pop()
      expect(JSON.parse((await request?.clone().text()) ?? '')).toEqual({ amount, text })
      expect(request && (await verifies(request))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('over the network the bytes received are those that were signed', async () => {
  let verified: boolean | undefined
  await withServer(
    (request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const headers = new Headers(request.headers as Record<string, string>)
        const input = {
          pathAndQuery: request.url ?? '',
          body: Buffer.concat(chunks),
          headers,
          credentials: { key, secret },
        }
        verified = verify(profile, input).ok
        response.writeHead(201).end('{"id":"1"}')
      })
    },
    async (origin) => {
      const call = connect('acme', [createOrder], { key, secret, baseUrl: `${origin}/base/` })
      expect(await call(createOrder, { body: { text: 'ü'.repeat(50_000) } })).toEqual({ id: '1' })
    },
  )
  expect(verified).toBe(true)
})

test('the exact text of an answer is kept beside it', async () => {
  const text = '{"amount":0.123456789012345678901}'
  const { options } = answering(() => new Response(text, { status: 201 }))
  const answer = await connect('acme', [createOrder], options)<{ amount: number }>(createOrder, { body: {} })
  expect(answer).toEqual({ amount: 0.12345678901234568 })
  expect(answerText(answer)).toBe(text)
  expect(answerText({})).toBeUndefined()
})

test('a documented error knows its status, code and names', async () => {
  const body = { error: 'The minimum amount is 10.00 EUR.', code: 422 }
  const { options } = answering(() => Response.json(body, { status: 422 }))
  const error = await thrownBy(() => connect('acme', [createOrder], options)(createOrder, { body: {} }))
  expect(error).toBeInstanceOf(DocumentedError)
  expect(error).toMatchObject({ provider: 'acme', operation: 'createOrder', status: 422, code: 422, body })
  expect(error).toMatchObject({ documented: ['AmountMinimum'] })
  expect(String(error)).toMatchInlineSnapshot(
    `"DocumentedError: acme createOrder: answered 422 (AmountMinimum): The minimum amount is 10.00 EUR."`,
  )
})

test('a documented status with an unknown text is documented without a name', async () => {
  const { options } = answering(() => new Response('<h1>Down\n</h1>', { status: 500 }))
  const error = await thrownBy(() => connect('acme', [createOrder], options)(createOrder, { body: {} }))
  expect(error).toBeInstanceOf(DocumentedError)
  expect(error).toMatchObject({ status: 500, documented: [], code: undefined, body: undefined })
})

const undocumented: readonly (readonly [string, () => Response, Record<string, unknown>])[] = [
  [
    'an undocumented status',
    () => new Response('teapot', { status: 418 }),
    { reason: 'status', status: 418, text: 'teapot' },
  ],
  ['an undocumented success', () => new Response('{}', { status: 200 }), { reason: 'status', status: 200 }],
  ['a redirect', () => new Response(null, { status: 307, headers: { location: '/x' } }), { reason: 'redirect' }],
  ['a success that is HTML', () => new Response('<p>', { status: 201 }), { reason: 'not-json', text: '<p>' }],
  ['an empty success', () => new Response('', { status: 201 }), { reason: 'not-json' }],
  ['a body past the limit', () => new Response('x'.repeat(101), { status: 201 }), { reason: 'too-large' }],
]

test.each(undocumented)('%s is an undocumented answer', async (_, answer, facts) => {
  const { options, sent } = answering(answer, { answerLimit: 100 })
  const error = await thrownBy(() => connect('acme', [createOrder], options)(createOrder, { body: {} }))
  expect(error).toBeInstanceOf(UndocumentedAnswerError)
  expect(error).toMatchObject(facts)
  expect(sent).toHaveLength(1)
})

test('no error shows the key, the secret or the signature, though the provider repeats them', async () => {
  const spellings = (text: string): string[] => [
    text,
    Buffer.from(text).toString('hex'),
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
  ]
  let signature = ''
  const echo = (status: number) => (request: Request) => {
    signature = /signature=(\w+)/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
    const leak = [...spellings(secret), key, signature, request.headers.get('authorization')].join(' ')
    return Response.json({ error: leak, [secret]: { deep: [leak] } }, { status })
  }
  const careless = (request: Request): never => {
    throw Object.assign(new Error(`failed with ${secret}`), { request, headers: [...request.headers], code: secret })
  }
  for (const answer of [echo(422), echo(418), echo(500), echo(307), careless]) {
    const { options } = answering(answer)
    const error = await thrownBy(() => connect('acme', [createOrder], options)(createOrder, { body: {} }))
    const shown = [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error), String(error)].join('\n')
    expect(signature).toHaveLength(128)
    for (const hidden of [...spellings(secret), key, signature]) expect(shown).not.toContain(hidden)
  }
})

test('a client shows no secret when it is inspected', () => {
  const call = connect('acme', [createOrder], { key, secret })
  expect(inspect({ call }, { depth: 20, showHidden: true })).not.toContain(secret)
})

test('wrong options are told at once', () => {
  const nowhere: OperationDefinition = {
    name: 'x',
    method: 'GET',
    path: '/',
    answers: false,
    success: [],
    failure: [],
    errors: [],
  }
  expect(() => connect('acme', [nowhere], { key })).toThrow('The documents of acme name no server: give a baseUrl.')
  expect(() => connect('acme', [createOrder], { key })).toThrow('needs a secret')
  expect(() => connect('acme', [createOrder], { key: '', secret })).toThrow('The key is empty')
  expect(() => connect('acme', [createOrder], { key, secret, baseUrl: 'acme' })).toThrow(
    'no absolute http or https URL',
  )
  expect(() => connect('acme', [createOrder], { key, secret, timeout: 0 })).toThrow('The option timeout of acme is 0')
  expect(() => connect('acme', [createOrder], { key, secret, retries: -1 })).toThrow('The option retries of acme is -1')
})

test('an amount that is not a number is never sent', async () => {
  const { options, sent } = answering(created)
  const call = connect('acme', [createOrder], options)
  await expect(call(createOrder, { body: { amount: Number.NaN } })).rejects.toThrow(
    'The member "amount" of the body is NaN',
  )
  expect(sent).toHaveLength(0)
})

test('parameters fill the path and the query, and dots never lead elsewhere', async () => {
  const read: OperationDefinition = {
    ...createOrder,
    name: 'read',
    method: 'GET',
    path: '/orders/{id}',
    success: ['2XX'],
  }
  const { options, sent } = answering(() => new Response('[]', { status: 200 }))
  const call = connect('acme', [read], options)
  await call(read, { parameters: { path: { id: 'a/b c' }, query: { full: true } } })
  expect(sent[0]?.url).toBe('https://api.acme.example/v1/orders/a%2Fb%20c?full=true')
  expect(sent[0] && (await verifies(sent[0]))).toBe(true)
  await expect(call(read, { parameters: { path: { id: '..' } } })).rejects.toThrow('The path parameter id of read')
  await expect(call(read, {})).rejects.toThrow('The path parameter id of read')
})

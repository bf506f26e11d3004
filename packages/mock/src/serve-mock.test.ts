import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { requestOf } from './__fixtures__/send.ts'
import { tollContract } from './__fixtures__/toll-contract.ts'
import { createMock } from './create-mock.ts'
import type { Mock } from './mock.ts'
import { type Answered, type MockServer, type ServeOptions, serveMock } from './serve-mock.ts'

const valid = { amount: '100.50', currency: { iso: 'EUR' } }
const servers: MockServer[] = []

async function served(mocks: Mock | Mock[], options?: ServeOptions): Promise<MockServer> {
  const server = await serveMock(mocks, options)
  servers.push(server)
  return server
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** A rightly signed request to a base URL: the signature covers all that follows the origin. */
function signed(mock: Mock, baseUrl: string, body: object = valid): Promise<Response> {
  const base = new URL(baseUrl).pathname
  const request = requestOf({ ...mock, base }, { body: { ...body } })
  return fetch(new URL(`${base}/tolls`, baseUrl), {
    method: 'POST',
    headers: request.headers,
    body: JSON.stringify(body),
  })
}

/** What a server says to raw bytes, until it ends the connection or is silent for a while. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'))
    let answer = ''
    socket.setTimeout(300, () => socket.destroy())
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve(answer))
  })
}

test('one mock stands at the path of its server', async () => {
  const mock = createMock(tollContract)
  const server = await served(mock)
  expect(server.url('toll')).toBe(`http://127.0.0.1:${server.port}/v1`)
  const answer = await signed(mock, server.url('toll'))
  expect([answer.status, answer.headers.get('content-type')]).toEqual([201, 'application/json'])
  expect(await answer.json()).toMatchObject({ data: { amount: '100.50', status: 'created' } })
})

test('several mocks stand under their providers', async () => {
  const [toll, tax] = [createMock(tollContract), createMock({ ...tollContract, provider: 'tax' })]
  const server = await served([toll, tax])
  expect(server.url('tax')).toBe(`http://127.0.0.1:${server.port}/tax/v1`)
  expect((await signed(tax, server.url('tax'))).status).toBe(201)
  expect([toll.control.created().length, tax.control.created().length]).toEqual([0, 1])
  const elsewhere = await fetch(`http://127.0.0.1:${server.port}/taxi/v1/tolls`)
  expect(elsewhere.status).toBe(404)
  expect(await elsewhere.json()).toEqual({
    error: 'No mock is served at this path: there is toll at /toll/v1, tax at /tax/v1.',
    code: 404,
  })
  expect(() => server.url('tool')).toThrow('No mock of tool is served here')
})

test('two mocks of one provider are refused', async () => {
  const mock = createMock(tollContract)
  await expect(serveMock([mock, mock])).rejects.toThrow('Two mocks of toll cannot share one server')
})

test('a port that is taken is told as such', async () => {
  const { port } = await served(createMock(tollContract))
  await expect(serveMock(createMock(tollContract), { port })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken: give another one, or 0 for any free one.`,
  )
})

test('the control face sets, tells and resets', async () => {
  const mock = createMock(tollContract)
  const server = await served(mock)
  const place = `http://127.0.0.1:${server.port}/__assay/control`
  const set = (settings: unknown, type = 'application/json') =>
    fetch(place, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(settings) })

  expect(await (await set({ states: ['client-disabled'] })).json()).toEqual({
    provider: 'toll',
    settings: { states: ['client-disabled'] },
    created: [],
  })
  expect((await signed(mock, server.url('toll'))).status).toBe(403)
  expect(await (await fetch(place, { method: 'DELETE' })).json()).toMatchObject({ settings: {} })
  expect((await signed(mock, server.url('toll'), { ...valid, reference: 'one' })).status).toBe(201)
  expect(await (await fetch(place)).json()).toMatchObject({
    created: [{ operation: 'createToll', reference: 'one', id: expect.any(String) }],
  })
  expect((await set({ states: ['client-disable'] })).status).toBe(400)
  expect(await (await set({ states: ['client-disable'] })).json()).toEqual({
    error: 'The contract of toll knows no state "client-disable": the nearest is "client-disabled".',
  })
  expect(await (await set({ state: 1, lifetime: { minimum: -1, maximum: 2 } })).json()).toMatchInlineSnapshot(`
    {
      "error": "These are no settings: /lifetime/minimum: Too small: expected number to be >=0; /: Unrecognized key: "state".",
    }
  `)
  expect((await set({}, 'text/plain')).status).toBe(415)
  expect((await fetch(place, { method: 'PUT' })).status).toBe(405)
})

test('a body of more than 1 MiB is answered with 413, told or not', async () => {
  const server = await served(createMock(tollContract))
  const large = Buffer.alloc(3_000_000, 'x')
  const place = `${server.url('toll')}/tolls`
  const told = await fetch(place, { method: 'POST', body: large })
  const chunks = new ReadableStream({
    start(controller) {
      for (let sent = 0; sent < 30; sent++) controller.enqueue(large.subarray(0, 100_000))
      controller.close()
    },
  })
  const untold = await fetch(place, { method: 'POST', body: chunks, duplex: 'half' })
  expect([told.status, untold.status]).toEqual([413, 413])
})

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  [
    'a target that is no path',
    'GET http://elsewhere.test/v1/tolls HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    404,
  ],
  [
    'a path with dots',
    'POST /v1/x/../tolls HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    404,
  ],
  ['an unknown method', 'BREW /v1/tolls HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
  ['a header without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  [
    'bytes that are no UTF-8',
    'POST /v1/tolls HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nConnection: close\r\n\r\n\xff\xfe',
    403,
  ],
])('%s gets an answer', async (_, text, status) => {
  const { port } = await served(createMock(tollContract))
  expect(await raw(port, text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
})

test('a client that goes away in the middle of its request leaves the server well', async () => {
  const mock = createMock(tollContract)
  const server = await served(mock)
  await raw(server.port, 'POST /v1/tolls HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"amount"')
  expect((await signed(mock, server.url('toll'))).status).toBe(201)
})

test('closing ends idle and hanging connections promptly', async () => {
  const mock = createMock(tollContract)
  const server = await served(mock)
  await signed(mock, server.url('toll'))
  const hanging = raw(server.port, 'POST /v1/tolls HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n')
  const started = performance.now()
  await server.close()
  expect(performance.now() - started).toBeLessThan(2000)
  await hanging
  await expect(fetch(server.url('toll'))).rejects.toThrow()
})

test('each answer is told for a log', async () => {
  const told: Answered[] = []
  const mock = createMock(tollContract)
  const server = await served(mock, { onAnswer: (answered) => told.push(answered) })
  await signed(mock, server.url('toll'), { ...valid, amount: '1' })
  await fetch(`http://127.0.0.1:${server.port}/?secret=1`)
  expect(told).toEqual([
    { provider: 'toll', method: 'POST', path: '/v1/tolls', status: 422, rule: 'amount.minimum' },
    { provider: 'toll', method: 'GET', path: '/', status: 404 },
  ])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answering, createOrder, key, secret, thrownBy, withServer } from './__fixtures__/acme.ts'
import { connect } from './connect.ts'

const created = (): Response => new Response('{"id":"1"}', { status: 201 })

test('an endless answer is cut off at the limit and let go of', async () => {
  let cancelled = false
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1000)),
    cancel: () => {
      cancelled = true
    },
  })
  const { options } = answering(() => new Response(endless, { status: 201 }), { answerLimit: 5000 })
  const error = await thrownBy(() => connect('acme', [createOrder], options)(createOrder, { body: {} }))
  expect(error).toMatchObject({ name: 'UndocumentedAnswerError', reason: 'too-large' })
  expect(cancelled).toBe(true)
})

test('a refused connection says that nothing was sent', async () => {
  let origin = ''
  await withServer(
    () => undefined,
    async (base) => {
      origin = base
    },
  )
  const call = connect('acme', [createOrder], { key, secret, baseUrl: origin })
  const error = await thrownBy(() => call(createOrder, { body: {} }))
  expect(error).toMatchObject({ name: 'TransportError', reason: 'unreachable', sent: 'no', code: 'ECONNREFUSED' })
  expect(String(error)).toMatchInlineSnapshot(
    `"TransportError: acme createOrder: the provider cannot be reached (ECONNREFUSED); nothing was sent."`,
  )
})

test('a reset after the request says that it may have been received, and sends once', async () => {
  let requests = 0
  await withServer(
    (_request, response) => {
      requests += 1
      response.destroy()
    },
    async (origin) => {
      const call = connect('acme', [createOrder], { key, secret, baseUrl: origin, retries: 3 })
      const error = await thrownBy(() => call(createOrder, { body: {} }))
      expect(error).toMatchObject({ name: 'TransportError', reason: 'broken-off', sent: 'maybe' })
    },
  )
  expect(requests).toBe(1)
})

test('a body that stops in the middle says that the request may have been received', async () => {
  await withServer(
    (_request, response) => {
      response.writeHead(201, { 'content-length': '100' }).write('{"id"', () => response.destroy())
    },
    async (origin) => {
      const call = connect('acme', [createOrder], { key, secret, baseUrl: origin })
      expect(await thrownBy(() => call(createOrder, { body: {} }))).toMatchObject({
        name: 'TransportError',
        sent: 'maybe',
      })
    },
  )
})

test('a provider that never answers ends at the timeout, with a fetch that heeds no signal too', async () => {
  const { options } = answering(() => new Promise<Response>(() => undefined), { timeout: 30 })
  const error = await thrownBy(() => connect('acme', [createOrder], options)(createOrder, { body: {} }))
  expect(error).toMatchObject({ name: 'TransportError', reason: 'timeout', sent: 'maybe' })
  expect(String(error)).toContain('no whole answer came within 30 ms')
})

test('a body that never ends its first byte ends at the timeout of the call', async () => {
  const stuck = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) })
  const { options } = answering(() => new Response(stuck, { status: 201 }))
  const call = connect('acme', [createOrder], options)
  const error = await thrownBy(() => call(createOrder, { body: {} }, { timeout: 30 }))
  expect(error).toMatchObject({ reason: 'timeout', sent: 'maybe' })
})

test('the caller may give a call up, before it is sent and after', async () => {
  const { options, sent } = answering(() => new Promise<Response>(() => undefined))
  const call = connect('acme', [createOrder], options)
  const before = await thrownBy(() => call(createOrder, { body: {} }, { signal: AbortSignal.abort() }))
  expect(before).toMatchObject({ reason: 'aborted', sent: 'no' })
  expect(sent).toHaveLength(0)
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 20)
  const after = await thrownBy(() => call(createOrder, { body: {} }, { signal: controller.signal }))
  expect(after).toMatchObject({ reason: 'aborted', sent: 'maybe' })
})

test('nothing is sent twice unless asked for, and then only after 429 with Retry-After', async () => {
  const busy = (): Response => new Response('', { status: 429, headers: { 'retry-after': '0' } })
  const answers = [busy(), busy(), created()]
  const { options, sent } = answering(() => answers.shift() ?? created(), { retries: 2 })
  await connect('acme', [createOrder], options)(createOrder, { body: { a: 1 } })
  expect(await Promise.all(sent.map((request) => request.text()))).toEqual(['{"a":1}', '{"a":1}', '{"a":1}'])

  const never = answering(busy)
  await thrownBy(() => connect('acme', [createOrder], never.options)(createOrder, { body: {} }))
  expect(never.sent).toHaveLength(1)

  const noHeader = answering(() => new Response('', { status: 429 }), { retries: 2 })
  await thrownBy(() => connect('acme', [createOrder], noHeader.options)(createOrder, { body: {} }))
  expect(noHeader.sent).toHaveLength(1)

  const tooLong = answering(() => new Response('', { status: 429, headers: { 'retry-after': '60' } }), { retries: 2 })
  await thrownBy(() => connect('acme', [createOrder], tooLong.options)(createOrder, { body: {} }))
  expect(tooLong.sent).toHaveLength(1)
})

test('whatever happens to a call, the provider is asked once', async () => {
  const fault = fc.constantFrom<() => Promise<Response>>(
    () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) })),
    () =>
      Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) })),
    () => Promise.reject(new Error('odd')),
    () => new Promise(() => undefined),
    async () => new Response(null, { status: 302 }),
    async () => new Response('', { status: 503, headers: { 'retry-after': '0' } }),
    async () => new Response('{', { status: 201 }),
    async () => new Response('', { status: 204 }),
  )
  await fc.assert(
    fc.asyncProperty(fault, fc.nat(3), async (answer, retries) => {
      const { options, sent } = answering(answer, { retries, timeout: 5 })
      await thrownBy(() => connect('acme', [createOrder], options)(createOrder, { body: {} }))
      expect(sent).toHaveLength(1)
    }),
    { numRuns: 100 },
  )
})

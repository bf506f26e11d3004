import type { Contract } from '@assay/contract'
import { verifyCallback } from '@assay/signing'
import { expect, test } from 'vitest'
import { send } from './__fixtures__/send.ts'
import { tollContract } from './__fixtures__/toll-contract.ts'
import { createMock } from './create-mock.ts'
import type { Mock } from './mock.ts'
import { serveMock } from './serve-mock.ts'

function contractWith(algorithm: 'HMAC-SHA512' | 'RSA-SHA512'): Contract {
  const timed = algorithm === 'RSA-SHA512'
  return {
    ...tollContract,
    callbacks: [
      {
        name: 'toll',
        operation: tollContract.operations[0]?.id ?? '',
        signing: {
          headers: [
            ...(timed ? [{ name: 'Time', template: '{timestamp}' }] : [{ name: 'Key', template: '{key}' }]),
            { name: 'Signature', template: '{signature}' },
          ],
          signature: timed
            ? { algorithm, encoding: 'base64', message: ['body', 'timestamp'], separator: '.' }
            : { algorithm, encoding: 'hex', message: ['body'] },
        },
        contentType: 'application/json',
        schema: true,
        examples: [
          {
            name: 'Paid',
            value: { id: 'x', status: 'paid', reference: 'x', note: 'x', sum: { amount: '0', more: 1 } },
          },
        ],
        status: { at: '/status', known: ['paid'] },
        takes: [
          { at: '/id', answer: '/data/id' },
          { at: '/reference', request: '/reference' },
          { at: '/note', request: '/note' },
          { at: '/sum/amount', request: '/amount' },
        ],
        statements: [],
        pages: [],
      },
    ],
  }
}

function paid(algorithm: 'HMAC-SHA512' | 'RSA-SHA512'): Mock {
  const mock = createMock(contractWith(algorithm), { now: () => 1_700_000_000_000 })
  send(mock, { body: { amount: '100.50', currency: { iso: 'EUR' }, seconds: 3600, reference: 'one' } })
  return mock
}

test.each(['HMAC-SHA512', 'RSA-SHA512'] as const)(
  '%s: the callback of a payment repeats it, and its signature holds',
  (algorithm) => {
    const mock = paid(algorithm)
    const [created] = mock.control.created()
    const callback = mock.control.callbackOf('one')
    expect(JSON.parse(new TextDecoder().decode(callback.body))).toEqual({
      id: created?.id,
      status: 'paid',
      reference: 'one',
      sum: { amount: '100.50', more: 1 },
    })
    const signing = mock.contract.callbacks[0]?.signing ?? expect.fail('no profile')
    const received = {
      headers: new Headers(callback.headers),
      body: callback.body,
      credentials: mock.control.callbackCredentials(),
    }
    expect(verifyCallback(signing, received)).toMatchObject({ ok: true })
    expect(verifyCallback(signing, { ...received, body: callback.body.subarray(1) })).toMatchObject({ ok: false })
  },
)

test('a payment is found by its id too, and may come to any status', () => {
  const mock = paid('HMAC-SHA512')
  const id = mock.control.created()[0]?.id ?? ''
  expect(new TextDecoder().decode(mock.control.callbackOf(id, { status: 'strange' }).body)).toContain(
    '"status":"strange"',
  )
})

test('what has no callback is said', () => {
  const mock = paid('HMAC-SHA512')
  expect(() => mock.control.callbackOf('two')).toThrow('No payment "two" was created: give its reference or its id.')
  expect(() => mock.control.callbackOf('one', { name: 'refund' })).toThrow(
    `The contract of ${tollContract.provider} knows no callback "refund": it knows toll.`,
  )
  const silent = createMock(tollContract)
  send(silent, { body: { amount: '100.50', currency: { iso: 'EUR' }, seconds: 3600, reference: 'one' } })
  expect(() => silent.control.callbackOf('one')).toThrow('it knows none.')
})

test('a mock that is served gives a callback on its control face', async () => {
  const mock = paid('HMAC-SHA512')
  const server = await serveMock([mock])
  const base = `http://127.0.0.1:${server.port}`
  const ask = (body: string, type = 'application/json'): Promise<Response> =>
    fetch(`${base}/__assay/control/callback`, { method: 'POST', body, headers: { 'content-type': type } })
  const { name, headers, body } = mock.control.callbackOf('one')
  expect(await (await ask('{"payment":"one"}')).json()).toEqual({ name, headers, body: new TextDecoder().decode(body) })
  expect((await ask('{"payment":"two"}')).status).toBe(400)
  expect((await ask('{}')).status).toBe(400)
  expect((await ask('{}', 'text/plain')).status).toBe(415)
  await server.close()
})

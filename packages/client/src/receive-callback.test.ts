import { type CallbackProfile, signCallback } from '@assay/signing'
import { expect, test } from 'vitest'
import type { CallbackDefinition } from './callback-definition.ts'
import { CallbackError } from './callback-error.ts'
import { receiveCallback } from './receive-callback.ts'

const signing: CallbackProfile = {
  headers: [
    { name: 'X-Key', template: '{key}' },
    { name: 'X-Signature', template: '{signature}' },
  ],
  signature: { algorithm: 'HMAC-SHA512', encoding: 'hex', message: ['body'] },
}
const payment: CallbackDefinition = {
  name: 'payment',
  signing,
  required: ['id', 'status'],
  type: { at: '/type', value: 'payment' },
  status: { at: '/status', known: ['paid', 'failed'] },
  texts: ['/amount'],
}
const credentials = { key: 'key-of-the-account', secret: 'secret-of-the-account' }
const paid = '{"id":"p1","type":"payment","status":"paid","amount":0.10,"more":[1]}'

function headersFor(body: string | Uint8Array): Record<string, string> {
  return signCallback(signing, { body: Buffer.from(body), signer: credentials })
}

function receive(
  body: string | Uint8Array,
  headers: Record<string, string | string[] | undefined> = headersFor(body),
): unknown {
  return receiveCallback('acme', [payment], body, headers, credentials)
}

function refusal(attempt: () => unknown): unknown {
  try {
    return attempt()
  } catch (error) {
    return error
  }
}

test('a genuine callback becomes an event with all that it says', () => {
  const event = {
    callback: 'payment',
    status: 'paid',
    body: { id: 'p1', type: 'payment', status: 'paid', amount: '0.10', more: [1] },
  }
  expect(receive(paid)).toEqual(event)
  expect(receive(new TextEncoder().encode(paid))).toEqual(event)
  expect(receive(Buffer.from(paid))).toEqual(event)
})

test('header names are found in any case, in either form', () => {
  const headers = headersFor(paid)
  const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]))
  const listed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]]))
  for (const each of [upper, listed, new Headers(headers)]) {
    expect(receiveCallback('acme', [payment], paid, each, credentials)).toMatchObject({ status: 'paid' })
  }
})

test.each([
  ['a status that nobody knows', '{"id":"p1","type":"payment","status":"restricted"}', 'payment', 'other'],
  ['a status that is no text', '{"id":"p1","type":"payment","status":7}', 'payment', 'other'],
  ['a callback of another type', '{"id":"p1","type":"deposit","status":"paid"}', 'other', 'other'],
  ['a callback that lacks what it must have', '{"type":"payment","status":"paid"}', 'other', 'other'],
  ['one with names of the prototype', '{"__proto__":{"id":1,"status":"paid"},"type":"payment"}', 'other', 'other'],
])('%s is called other, and kept', (_, text, callback, status) => {
  expect(receive(text)).toEqual({ callback, status, body: JSON.parse(text) })
})

test.each([
  ['{"a":1', 'not-json', 'acme callback: it is genuine, but its body is no JSON object.'],
  ['[]', 'not-json', 'acme callback: it is genuine, but its body is no JSON object.'],
  ['', 'not-json', 'acme callback: it is genuine, but its body is no JSON object.'],
])('the genuine body %j is refused', (text, reason, message) => {
  expect(refusal(() => receive(text))).toMatchObject({ name: 'CallbackError', reason, message })
})

test('a body that is no UTF-8 is refused', () => {
  expect(refusal(() => receive(Uint8Array.from([0x22, 0xff, 0x22])))).toMatchObject({ reason: 'not-json' })
})

const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(headersFor(paid)).filter(([other]) => other !== name))

test.each([
  [without('X-Key'), 'missing-key', 'acme callback: the header X-Key is missing.'],
  [without('X-Signature'), 'missing-signature', 'acme callback: the header X-Signature is missing.'],
  [{ ...headersFor(paid), 'X-Key': 'other' }, 'unknown-key', 'acme callback: it carries the key of another account.'],
  [
    headersFor(`${paid}\n`),
    'wrong-signature',
    'acme callback: its signature is wrong for the bytes given: give them as they were received, and check the credentials.',
  ],
])('headers that prove nothing are refused, %#', (headers, reason, message) => {
  const error = refusal(() => receive(paid, headers))
  expect(error).toBeInstanceOf(CallbackError)
  expect(error).toMatchObject({ provider: 'acme', reason, message })
})

test('a header that came twice is refused', () => {
  const headers = headersFor(paid)
  const signature = headers['X-Signature'] ?? ''
  expect(refusal(() => receive(paid, { ...headers, 'X-Signature': [signature, signature] }))).toMatchObject({
    reason: 'wrong-signature',
  })
  expect(refusal(() => receive(paid, { ...headers, 'x-signature': signature }))).toMatchObject({
    reason: 'wrong-signature',
  })
})

test('a body that was parsed already is refused with the way out', () => {
  const parsed = JSON.parse(paid) as string
  expect(refusal(() => receive(parsed, headersFor(paid)))).toEqual(
    new TypeError(
      'The signature is over the bytes of the body: give them as they were received, before anything parsed them.',
    ),
  )
  const again = JSON.stringify(JSON.parse(paid))
  expect(again).not.toBe(paid)
  expect(refusal(() => receive(again, headersFor(paid)))).toMatchObject({ reason: 'wrong-signature' })
})

test('no refusal shows a secret, a key or a signature', () => {
  const headers = headersFor(paid)
  const wrong = { ...headers, 'X-Signature': headersFor('x')['X-Signature'] ?? '' }
  const attempts = [
    () => receive(paid, wrong),
    () => receive(paid, { ...headers, 'X-Key': 'k' }),
    () => receive('{', headersFor('{')),
    () => receive(paid, {}),
    () => receiveCallback('acme', [payment], paid, headers, { key: credentials.key }),
    () => receiveCallback('acme', [payment], paid, headers, { secret: credentials.secret }),
  ]
  for (const attempt of attempts) {
    const error = refusal(attempt)
    expect(error).toBeInstanceOf(Error)
    const told = error instanceof Error ? `${error.stack} ${JSON.stringify(error)}` : ''
    for (const secret of [...Object.values(credentials), ...Object.values(headers), wrong['X-Signature']]) {
      expect(told).not.toContain(secret)
    }
  }
})

import { expect, test } from 'vitest'
import { partsTogether } from './parts-together.ts'

test('no parts make no body', () => {
  expect(partsTogether([])).toBe(undefined)
})

test('parts stand at their places, the first of two at one place counting', () => {
  expect(
    partsTogether([
      { at: '/data/currency/iso', value: 'EUR' },
      { at: '/data/currency', value: { iso: 'USD', network: 'sepa' } },
      { at: '/data/id', value: 1 },
      { at: '/data/id/below', value: 2 },
      { at: '', value: { more: null } },
      { at: '/a~1b', value: [1] },
    ]),
  ).toEqual({ data: { currency: { iso: 'EUR', network: 'sepa' }, id: 1 }, more: null, 'a/b': [1] })
})

test('a part that comes from the request is not changed', () => {
  const sent = JSON.parse('{"iso":"EUR","__proto__":{"polluted":true}}')
  const body = partsTogether([
    { at: '/currency', value: sent },
    { at: '/currency/network', value: 'sepa' },
    { at: '/currency', value: sent },
  ])
  expect(JSON.stringify(sent)).toBe('{"iso":"EUR","__proto__":{"polluted":true}}')
  expect(JSON.stringify(body)).toBe('{"currency":{"iso":"EUR","__proto__":{"polluted":true},"network":"sepa"}}')
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('a whole body that is no object stays alone', () => {
  expect(
    partsTogether([
      { at: '', value: 'text' },
      { at: '/member', value: 1 },
    ]),
  ).toBe('text')
})

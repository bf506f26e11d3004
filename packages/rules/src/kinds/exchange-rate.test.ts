import { expect, test } from 'vitest'
import { acmeAccount } from '../__fixtures__/acme-account.ts'
import { judged } from '../__fixtures__/judged.ts'

const places = { from: '/from', to: '/to' }
const missing = 'There is no exchange rate between EUR and CHZ.'

test('a pair without a rate is refused, in its own direction only', () => {
  expect(judged('exchange-rate', '/to', places, { from: 'EUR', to: 'CHZ' })).toBe(missing)
  expect(judged('exchange-rate', '/to', places, { from: 'CHZ', to: 'EUR' })).toBe('kept')
  expect(judged('exchange-rate', '/to', places, { from: 'EUR' })).toBe('kept')
})

test('an account state takes every rate away', () => {
  const account = acmeAccount({ inState: (state) => state === 'exchange-rate-unavailable' })
  expect(judged('exchange-rate', '/to', places, { from: 'EUR', to: 'BTC' }, { account })).toContain('no exchange rate')
})

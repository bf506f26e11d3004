import { expect, test } from 'vitest'
import { tollContract } from './__fixtures__/toll-contract.ts'
import { createAccount, type MockAccount } from './mock-account.ts'

function account(): MockAccount {
  return createAccount(tollContract.account, { key: 'key' }, () => 5)
}

test('a reference is taken at its own pointer only', () => {
  const toll = account()
  toll.remember('/reference', 'one')
  expect([toll.taken('/reference', 'one'), toll.taken('/other', 'one'), toll.taken('/reference', 'two')]).toEqual([
    true,
    false,
    false,
  ])
})

test('settings that are absent stay as they were', () => {
  const toll = account()
  toll.set({ states: ['client-disabled'], disabledCurrencies: ['EUR'] })
  toll.set({ disabledCurrencies: ['BTC'], unavailableRates: [['EUR', 'BTC']] })
  expect(toll.inState('client-disabled')).toBe(true)
  expect([toll.currency('EUR')?.disabled, toll.currency('BTC')?.disabled, toll.currency('CHF')?.disabled]).toEqual([
    undefined,
    true,
    true,
  ])
  expect(toll.profile.withoutRate).toEqual([
    ['EUR', 'CHF'],
    ['EUR', 'BTC'],
  ])
})

test('a reset forgets settings and references', () => {
  const toll = account()
  toll.remember('/reference', 'one')
  toll.set({ states: ['client-disabled'], lifetime: { minimum: 1, maximum: 2 } })
  toll.reset()
  expect(toll.taken('/reference', 'one')).toBe(false)
  expect(toll.inState('client-disabled')).toBe(false)
  expect(toll.profile.lifetime).toEqual(tollContract.account.lifetime)
  expect(toll.settings()).toEqual({})
})

import type { Role } from '@assay/contract'
import { expect, test } from 'vitest'
import { belongingTogether } from './belonging-together.ts'

const roles: readonly Role[] = [
  { role: 'amount', at: '/price', currency: '/currency' },
  { role: 'currency', at: '/currency' },
  { role: 'amount', at: '/pay/amount', currency: '/pay/currency' },
  { role: 'currency', at: '/pay/currency' },
  { role: 'network', at: '/pay/network', currency: '/pay/currency' },
  { role: 'amount', at: '/tip' },
  { role: 'reference', at: '/id' },
]
const pay = ['/pay/currency', '/pay/amount', '/pay/network']

test.each([
  ['a currency takes its amount along', ['/currency'], ['/currency', '/price']],
  ['an amount takes its currency along', ['/price'], ['/price', '/currency']],
  ['a network takes its currency and the amount in it along', ['/pay/network'], pay],
  ['what holds them all takes them along', ['/pay'], ['/pay', ...pay]],
  ['an amount without a currency stands alone', ['/tip'], ['/tip']],
  ['a reference stands alone', ['/id', '/text'], ['/id', '/text']],
])('%s', (_says, places, expected) => {
  expect([...belongingTogether(places, { roles })].sort()).toEqual([...expected].sort())
})

import { expect, test } from 'vitest'
import { tillContract } from '../__fixtures__/till-contract.ts'
import { tillPact } from '../__fixtures__/till-pact.ts'
import type { PactDocument } from './pact-document.ts'
import { planInteractions } from './planned-interaction.ts'

const reach = { mock: false, pinned: new Set<string>() }

function withState(name: string, params?: Record<string, unknown>): PactDocument {
  const pact = tillPact()
  return { ...pact, interactions: pact.interactions.map((one) => ({ ...one, providerStates: [{ name, params }] })) }
}

test.each([
  [
    'a state that nobody knows',
    withState('the moon is full'),
    'nobody knows how to reach the state "the moon is full"',
  ],
  [
    'a state of the account',
    withState('closed', { kind: 'account-state', state: 'closed' }),
    'only a mock can be brought into the state "closed"',
  ],
  [
    'a value of the account',
    withState('own', { kind: 'own-value', at: '/shop', value: 'x' }),
    'only the account knows the value at /shop: give --set /shop=…',
  ],
  ['a request that the contract lacks', tillPact({ path: '/refunds' }), 'the contract has no operation POST /refunds'],
] as const)('%s is skipped with its reason', (_, pact, why) => {
  expect(planInteractions(pact, tillContract, reach)).toMatchObject({ interactions: [], skipped: [{ why }] })
})

test('a pact of another tool is verified where it needs no state', () => {
  const { interactions, skipped } = planInteractions(tillPact(), tillContract, reach)
  expect([interactions.map(({ id }) => id), skipped]).toEqual([['a payment'], []])
})

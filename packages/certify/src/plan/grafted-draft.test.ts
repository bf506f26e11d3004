import { type Operation, type Role, type Rule, valueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import { expect, test } from 'vitest'
import { smallContract } from '../__fixtures__/small-contract.ts'
import { graftedDraft } from './grafted-draft.ts'

const roles: readonly Role[] = [
  { role: 'currency', at: '/currency' },
  { role: 'amount', at: '/amount', currency: '/currency' },
]
const [operation] = smallContract.operations as readonly [Operation]
const rule: Rule = {
  id: 'currency.enum',
  kind: 'enum',
  side: 'request',
  at: '/currency',
  says: 'The currency is one of a list.',
  strength: 'documented',
  outcome: 'must-refuse',
  evidence: [],
  parameters: { value: ['EUR', 'KRW'] },
}
const plain: Draft = { body: { currency: 'EUR', amount: '100.04', text: 'plain' } }
const drawn: Draft = { body: { currency: 'KRW', amount: '700', text: 'drawn' } }
const bench = (isSafe: (amount: unknown) => boolean) => ({
  operation: { ...operation, roles },
  isAsSafeAs: ({ body }: Draft) => isSafe(valueAt(body, '/amount')),
})
const anything = () => true

test('takes what the rule looks at, and nothing else, where that is as safe', () => {
  expect(graftedDraft(drawn, plain, rule, bench(anything), anything).body).toEqual({
    currency: 'KRW',
    amount: '100.04',
    text: 'plain',
  })
})

test('takes what belongs to it along, where the plain value is not as safe beside it', () => {
  const isWhole = (amount: unknown) => !String(amount).includes('.')
  expect(graftedDraft(drawn, plain, rule, bench(isWhole), anything).body).toEqual({
    currency: 'KRW',
    amount: '700',
    text: 'plain',
  })
})

test('leaves the draft as it is where no graft serves', () => {
  expect(graftedDraft(drawn, plain, rule, bench(anything), () => false)).toBe(drawn)
})

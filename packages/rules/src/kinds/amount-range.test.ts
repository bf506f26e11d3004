import type { Json } from '@assay/contract'
import { expect, test } from 'vitest'
import { acme } from '../__fixtures__/acme.ts'
import { acmeAccount } from '../__fixtures__/acme-account.ts'
import { judged } from '../__fixtures__/judged.ts'
import { ruleOf } from '../__fixtures__/rule-of.ts'
import { receiveAnswer } from '../receive-request.ts'
import { amountRange } from './amount-range.ts'

test.each<['minimum' | 'maximum', Json, string, string]>([
  ['minimum', '5', 'EUR', 'kept'],
  ['minimum', '5.00', 'EUR', 'kept'],
  ['minimum', '4.99', 'EUR', 'The minimum amount is 5 EUR.'],
  ['minimum', 4.99, 'EUR', 'The minimum amount is 5 EUR.'],
  ['minimum', '-1', 'EUR', 'The minimum amount is 5 EUR.'],
  ['minimum', '4.99', 'USDC', 'kept'],
  ['maximum', '30000', 'EUR', 'kept'],
  ['maximum', '30000.000000000000000001', 'EUR', 'The maximum amount is 30000 EUR.'],
  ['maximum', 'much', 'EUR', 'kept'],
])('%s: %j %s', (bound, amount, code, says) => {
  expect(judged('amount-range', '/amount', { bound, per: '/code' }, { amount, code })).toBe(says)
})

test.each([
  ['The minimum amount is 5 EUR.', '5'],
  ['The minimum amount is 0.50 EUR.', '0.5'],
  ['The minimum amount is five EUR.', undefined],
  ['No.', undefined],
])('%s teaches %s', (error, limit) => {
  const rule = ruleOf(
    'amount.minimum',
    'amount-range',
    '/amount',
    {},
    { answer: { status: [422], example: 'TooLittle' } },
  )
  const bytes = new TextEncoder().encode(JSON.stringify({ error, code: 422 }))
  const parameters = { bound: 'minimum', per: '/code' } as const
  expect(amountRange.learns?.(receiveAnswer({ status: 422, headers: {}, bytes }), { ...rule, parameters }, acme)).toBe(
    limit,
  )
})

test('an account has the limit that was learned, and none where none was', () => {
  const rule = ruleOf('amount.minimum', 'amount-range', '/amount', {})
  const parameters = { bound: 'minimum', per: '/code' } as const
  const { profile } = acmeAccount()
  const { amount: _, ...unlimited } = profile
  const limited = (limit?: string) => amountRange.withLimit?.(profile, { ...rule, parameters }, limit)?.amount
  expect(limited('12.5')).toEqual({ ...profile.amount, minimum: '12.5' })
  expect(limited()).toEqual({ ...profile.amount, minimum: '0' })
  expect(amountRange.withLimit?.(unlimited, { ...rule, parameters }, '1')).toEqual(unlimited)
})

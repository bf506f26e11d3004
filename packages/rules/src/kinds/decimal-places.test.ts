import { type Json, JsonNumber } from '@assay/contract'
import { expect, test } from 'vitest'
import { acme } from '../__fixtures__/acme.ts'
import { acmeAccount } from '../__fixtures__/acme-account.ts'
import { judged } from '../__fixtures__/judged.ts'
import { ruleOf } from '../__fixtures__/rule-of.ts'
import { receiveAnswer } from '../receive-request.ts'
import { decimalPlaces } from './decimal-places.ts'

const two = 'An amount in EUR has at most 2 decimal places.'

test.each<[Json, string, string]>([
  ['100.12', 'EUR', 'kept'],
  ['100.123', 'EUR', two],
  ['100.120', 'EUR', 'kept'],
  ['100.1', 'JPY', 'An amount in JPY has at most 0 decimal places.'],
  ['0.000000000000000001', 'CHZ', 'kept'],
  ['0.0000000000000000001', 'CHZ', 'An amount in CHZ has at most 18 decimal places.'],
  [100.123, 'EUR', two],
  [new JsonNumber('100.0000000000000001'), 'EUR', two],
  ['a hundred', 'EUR', 'kept'],
  ['100.123', 'ZZQ', 'kept'],
])('%j %s', (amount, code, says) => {
  expect(judged('decimal-places', '/amount', { per: '/code' }, { amount, code })).toBe(says)
})

test.each([
  ['The amount for EUR cannot have more than 2 decimal places.', '2'],
  ['The amount for EUR cannot have more than two decimal places.', undefined],
  ['Too many decimal places.', undefined],
])('%s teaches %s', (error, limit) => {
  const rule = ruleOf(
    'amount.decimals',
    'decimal-places',
    '/amount',
    {},
    { answer: { status: [422], example: 'Decimals' } },
  )
  const bytes = new TextEncoder().encode(JSON.stringify({ error, code: 422 }))
  const parameters = { per: '/code' }
  expect(
    decimalPlaces.learns?.(receiveAnswer({ status: 422, headers: {}, bytes }), { ...rule, parameters }, acme),
  ).toBe(limit)
})

test('a learned limit is that of its currency alone', () => {
  const { profile } = acmeAccount()
  const rule = { ...ruleOf('amount.places', 'decimal-places', '/amount'), parameters: { per: '/code' } }
  const limited = decimalPlaces.withLimit?.(profile, rule, '4', 'EUR')
  expect(limited?.currencies.map(({ code, decimals }) => [code, decimals]).slice(0, 4)).toEqual([
    ['EUR', 4],
    ['JPY', 0],
    ['CHF', 2],
    ['USDC', 6],
  ])
  expect(decimalPlaces.withLimit?.(profile, rule, undefined)).toEqual(profile)
})

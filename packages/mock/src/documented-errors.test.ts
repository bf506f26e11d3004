import { readFileSync } from 'node:fs'
import { type Json, loadContract } from '@assay/contract'
import type { Draft } from '@assay/rules'
import { expect, test } from 'vitest'
import { send } from './__fixtures__/send.ts'
import type { ControlSettings } from './control-settings.ts'
import { createMock } from './create-mock.ts'

const contract = loadContract(readFileSync(new URL('../../../specs/alphapo/contract.json', import.meta.url), 'utf8'))

const valid = {
  amount: '100.50',
  currency: { iso: 'EUR' },
  life_time_duration: 3600,
  foreign_id: 'order_1',
  description: 'Order 1',
}
const long = 'x'.repeat(256)
const longUrl = `https://example.com/${'x'.repeat(236)}`

interface Cause extends Partial<Omit<Draft, 'body'>> {
  /** Members instead of those of the valid body. */
  readonly change?: { readonly [member: string]: Json | undefined }
  readonly settings?: ControlSettings
}

/** Each of the 44 documented errors with a cause written by hand: neither generator nor rule kinds had a part in it. */
const causes: readonly (readonly [example: string, cause: Cause, text?: string])[] = [
  ['ForeignIdAlreadyExists', { repeated: true }],
  ['Bad signature header', { fault: 'wrong-secret' }],
  ['No signature header', { fault: 'missing-signature' }],
  ['Bad key header', { fault: 'unknown-key' }],
  ['No key header', { fault: 'missing-key' }],
  ['Bad content format', { text: '{"amount":"100.50",' }],
  ['Client is not enabled', { settings: { states: ['client-disabled'] } }],
  ['Wrong api version', { settings: { states: ['api-disabled'] } }],
  ['Merchant_disabled', { settings: { states: ['merchant-disabled'] } }],
  ['CurrencyIsoIncorrect', { change: { currency: { iso: 'ZZZ' } } }],
  ['PaymentCurrencyIsoIncorrect', { change: { payment_currency: { iso: 'ZZZ' } } }],
  ['CurrencyIsoMandatory', { change: { currency: {} } }],
  ['CurrencyIsoDisabled', { settings: { disabledCurrencies: ['EUR'] } }],
  ['CurrencyNetworkNameMandatory', { change: { currency: { iso: 'USDC' } } }],
  ['CurrencyNetworkNotSupported', { change: { currency: { iso: 'USDC', network_name: 'bitcoin' } } }],
  ['AmountMandatory', { change: { amount: undefined } }],
  ['AmountMinimum', { change: { amount: '4.99' } }, 'The minimum amount is 5 EUR.'],
  [
    'AmountMaximum',
    { settings: { amount: { currency: 'EUR', minimum: '1', maximum: '100.49' } } },
    'The maximum amount is 100.49 EUR.',
  ],
  [
    'AmountTooManyDecimals',
    { change: { amount: '100.123' } },
    'The amount for EUR cannot have more than 2 decimal places.',
  ],
  ['PeriodRequired', { change: { life_time_duration: undefined } }],
  ['PeriodOnlyOneAllowed', { change: { life_time_datetime: Math.floor(Date.now() / 1000) + 3600 } }],
  [
    'LifeSpanTooShort',
    { change: { life_time_duration: 299 } },
    'The lifespan must be longer than or equal to 5 minutes.',
  ],
  [
    'LifeSpanTooLong',
    { change: { life_time_duration: 2_592_001 } },
    'The lifespan must be shorter than or equal 30 days.',
  ],
  ['EndUserEmailIncorrect', { change: { end_user_email: 'customer.example.com' } }],
  ['PaymentCurrencyEmpty', { change: { payment_currency: {} } }],
  ['PaymentCurrencyIsoMustBeCrypto', { change: { payment_currency: { iso: 'EUR' } } }],
  ['PaymentCurrencyIsoEmpty', { change: { payment_currency: { iso: '' } } }],
  ['PaymentCurrencyIsoDisabled', { change: { payment_currency: { iso: 'DOGE' } } }],
  [
    'ExchangeRateUnavailable',
    { change: { payment_currency: { iso: 'USDC' } }, settings: { unavailableRates: [['EUR', 'USDC']] } },
    'Exchange rate is not available between EUR and USDC.',
  ],
  ['PaymentCurrencyNetworkEmpty', { change: { payment_currency: { iso: 'USDC', network_name: '' } } }],
  ['PaymentCurrencyNetworkWithoutIso', { change: { payment_currency: { network_name: 'ethereum' } } }],
  ['PaymentCurrencyNetworkNotSupported', { change: { payment_currency: { iso: 'BTC', network_name: 'ethereum' } } }],
  ['DescriptionTooLong', { change: { description: long } }],
  ['DescriptionEmpty', { change: { description: '' } }],
  ['ForeignIdTooLong', { change: { foreign_id: long } }],
  ['ForeignIdEmpty', { change: { foreign_id: '' } }],
  ['UrlStoreInvalid', { change: { url_store: 'no url' } }],
  ['UrlStoreTooLong', { change: { url_store: longUrl } }],
  ['UrlSuccessInvalid', { change: { url_success: 'no url' } }],
  ['UrlSuccessTooLong', { change: { url_success: longUrl } }],
  ['UrlFailedInvalid', { change: { url_failed: 'no url' } }],
  ['UrlFailedTooLong', { change: { url_failed: longUrl } }],
  ['EndUserReferenceMandatory', { change: { end_user_reference: '' } }],
  ['EndUserReferenceTooLong', { change: { end_user_reference: long } }],
]

const documented = contract.operations.flatMap(({ answers }) =>
  answers
    .filter(({ status }) => !status.startsWith('2'))
    .flatMap(({ status, examples }) => examples.map(({ name, value }) => ({ name, status: Number(status), value }))),
)

test('the table has each of the 44 documented errors', () => {
  expect(causes.map(([name]) => name).toSorted()).toEqual(documented.map(({ name }) => name).toSorted())
  expect(causes.length).toBe(44)
})

const table = causes.map(([name, cause, text]) => ({ name, cause, text }))

test.each(table)('$name is answered for its cause', ({ name, cause: { change, settings, ...how }, text }) => {
  const mock = createMock(contract)
  mock.control.set(settings ?? {})
  const draft: Draft = { body: JSON.parse(JSON.stringify({ ...valid, ...change })), ...how }
  if (draft.repeated) expect(send(mock, draft).status).toBe(200)
  const example = documented.find((one) => one.name === name)
  const { status, body } = send(mock, draft)
  expect({ status, body }).toEqual({
    status: example?.status,
    body: text === undefined ? example?.value : { error: text, code: example?.status },
  })
})

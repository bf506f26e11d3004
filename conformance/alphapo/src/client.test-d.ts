import {
  type Alphapo,
  type AlphapoCallback,
  type CreatePaymentRequestAnswer,
  type CreatePaymentRequestBody,
  type CreatePaymentRequestErrorName,
  createAlphapo,
  isCreatePaymentRequestError,
  verifyCallback,
} from '@assay/client-alphapo'
import { expectTypeOf } from 'vitest'

const client = createAlphapo({ key: 'key', secret: 'secret' })
const wanted = { amount: '100.00', currency: { iso: 'EUR' } }

expectTypeOf(createAlphapo).returns.toEqualTypeOf<Alphapo>()
expectTypeOf(client.createPaymentRequest).parameter(0).toEqualTypeOf<CreatePaymentRequestBody>()
expectTypeOf(client.createPaymentRequest).returns.resolves.toEqualTypeOf<CreatePaymentRequestAnswer>()
expectTypeOf<CreatePaymentRequestAnswer['data']['id']>().toEqualTypeOf<string>()
expectTypeOf<CreatePaymentRequestAnswer['data']['amount']>().toEqualTypeOf<string>()
expectTypeOf<CreatePaymentRequestAnswer['data']['life_time']>().toEqualTypeOf<number | string>()
expectTypeOf<'AmountTooManyDecimals' | 'Bad signature header'>().toExtend<CreatePaymentRequestErrorName>()

// Exactly one lifetime.
client.createPaymentRequest({ ...wanted, life_time_duration: 3600 })
client.createPaymentRequest({ ...wanted, life_time_datetime: 1_773_768_946 })
// @ts-expect-error: both lifetimes
client.createPaymentRequest({ ...wanted, life_time_duration: 3600, life_time_datetime: 1_773_768_946 })
// @ts-expect-error: no lifetime
client.createPaymentRequest(wanted)
// @ts-expect-error: null means absent, so this is no lifetime
client.createPaymentRequest({ ...wanted, life_time_duration: null })

// What is required, and of which type.
// @ts-expect-error: no amount
client.createPaymentRequest({ currency: { iso: 'EUR' }, life_time_duration: 3600 })
// @ts-expect-error: an amount is a decimal string, never a number
client.createPaymentRequest({ ...wanted, amount: 100, life_time_duration: 3600 })
// @ts-expect-error: a currency has a code
client.createPaymentRequest({ ...wanted, currency: {}, life_time_duration: 3600 })
// @ts-expect-error: a payment currency has a code
client.createPaymentRequest({ ...wanted, payment_currency: { network_name: 'tron' }, life_time_duration: 3600 })
// @ts-expect-error: the other spelling of the member is another provider's
client.createPaymentRequest({ ...wanted, life_time_date_time: 1_773_768_946 })

// @ts-expect-error: requests are signed, so a secret is needed
createAlphapo({ key: 'key' })

declare const caught: unknown
if (isCreatePaymentRequestError(caught)) {
  expectTypeOf(caught.documented).toEqualTypeOf<readonly CreatePaymentRequestErrorName[]>()
  expectTypeOf(caught.body.error).toEqualTypeOf<string>()
  // @ts-expect-error: no such error is documented
  caught.documented.includes('AmountTooPretty')
}

// A callback: what is known is told apart, what is not known is bearable.
const event = verifyCallback('', {}, { key: 'key', secret: 'secret' })
expectTypeOf(event).toEqualTypeOf<AlphapoCallback>()
if (event.callback === 'paymentRequest') {
  expectTypeOf(event.status).toEqualTypeOf<'processing' | 'paid' | 'failed' | 'expired' | 'other'>()
  expectTypeOf(event.body.status).toEqualTypeOf<string>()
  expectTypeOf(event.body.currency_sent).toExtend<{ received_amount?: string } | null | undefined>()
} else {
  expectTypeOf(event.body).toEqualTypeOf<{ readonly [name: string]: unknown }>()
}
// @ts-expect-error: the key is checked too
verifyCallback('', {}, { secret: 'secret' })
// @ts-expect-error: a body that was parsed has lost its bytes
verifyCallback({}, {}, { key: 'key', secret: 'secret' })

import {
  type CreatePaymentRequestAnswer,
  type CreatePaymentRequestBody,
  type CryptoprocessingPayments,
  createCryptoprocessingPayments,
} from '@assay/client-cryptoprocessing-payments'
import { expectTypeOf } from 'vitest'

const client = createCryptoprocessingPayments({ key: 'key', secret: 'secret' })
const wanted = { amount: '100.00', currency: { iso: 'EUR' } }

expectTypeOf(createCryptoprocessingPayments).returns.toEqualTypeOf<CryptoprocessingPayments>()
expectTypeOf(client.createPaymentRequest).parameter(0).toEqualTypeOf<CreatePaymentRequestBody>()
expectTypeOf(client.createPaymentRequest).returns.resolves.toEqualTypeOf<CreatePaymentRequestAnswer>()
expectTypeOf<CreatePaymentRequestAnswer['data']['amount']>().toEqualTypeOf<string>()
expectTypeOf<CreatePaymentRequestAnswer['data']['life_time']>().toEqualTypeOf<number>()

// Exactly one lifetime.
client.createPaymentRequest({ ...wanted, life_time_duration: 3600 })
client.createPaymentRequest({ ...wanted, life_time_date_time: 1_773_768_946 })
// @ts-expect-error: both lifetimes
client.createPaymentRequest({ ...wanted, life_time_duration: 3600, life_time_date_time: 1_773_768_946 })
// @ts-expect-error: no lifetime
client.createPaymentRequest(wanted)
// @ts-expect-error: the other spelling of the member is another provider's
client.createPaymentRequest({ ...wanted, life_time_datetime: 1_773_768_946 })
// @ts-expect-error: an amount is a decimal string, never a number
client.createPaymentRequest({ ...wanted, amount: 100, life_time_duration: 3600 })
// @ts-expect-error: a currency has a code
client.createPaymentRequest({ ...wanted, currency: {}, life_time_duration: 3600 })

const timed = { ...wanted, life_time_duration: 3600 }

// Type and data of the sender come together, and the type decides the members.
const natural = { first_name: 'Friedrich', last_name: 'Müller', date_of_birth: '1995-08-17' }
const legal = { legal_name: 'Müller GmbH', country_of_registration: 'DE' }
const both = { ...natural, legal_name: 'Müller GmbH' }
client.createPaymentRequest({ ...timed, sender_type: 'natural', sender_data: natural })
client.createPaymentRequest({ ...timed, sender_type: 'legal', sender_data: legal })
// @ts-expect-error: a natural person has no legal name
client.createPaymentRequest({ ...timed, sender_type: 'natural', sender_data: both })
// @ts-expect-error: the data of a legal entity are no natural person's
client.createPaymentRequest({ ...timed, sender_type: 'natural', sender_data: legal })
// @ts-expect-error: a legal entity has no first name
client.createPaymentRequest({ ...timed, sender_type: 'legal', sender_data: { ...legal, first_name: 'Friedrich' } })
// @ts-expect-error: a sender without data
client.createPaymentRequest({ ...timed, sender_type: 'natural' })
// @ts-expect-error: data without the type of the sender
client.createPaymentRequest({ ...timed, sender_data: natural })

// @ts-expect-error: requests are signed, so a secret is needed
createCryptoprocessingPayments({ key: 'key' })

import {
  type CreateInvoiceAnswer,
  type CreateInvoiceBody,
  type CryptoprocessingInvoices,
  createCryptoprocessingInvoices,
} from '@assay/client-cryptoprocessing-invoices'
import { expectTypeOf } from 'vitest'

const client = createCryptoprocessingInvoices({ key: 'key', secret: 'secret' })
const wanted = {
  ...{ timer: false, title: 'Order 1', currency: 'EUR', amount: 100, foreign_id: 'order-1' },
  ...{ end_user_reference: 'user-1', email_user: 'customer@example.com' },
  ...{ url_success: 'https://example.com/success', url_failed: 'https://example.com/failed' },
}

expectTypeOf(createCryptoprocessingInvoices).returns.toEqualTypeOf<CryptoprocessingInvoices>()
expectTypeOf(client.createInvoice).parameter(0).toEqualTypeOf<CreateInvoiceBody>()
expectTypeOf(client.createInvoice).returns.resolves.toEqualTypeOf<CreateInvoiceAnswer>()
// A number goes out, a decimal string comes back.
expectTypeOf<CreateInvoiceBody['amount']>().toEqualTypeOf<number>()
expectTypeOf<CreateInvoiceAnswer['data']['amount']>().toEqualTypeOf<string>()
expectTypeOf<CreateInvoiceAnswer['data']['id']>().toEqualTypeOf<number>()

client.createInvoice(wanted)
client.createInvoice({ ...wanted, type: 'good_until_expired' })
// @ts-expect-error: an amount is a number here
client.createInvoice({ ...wanted, amount: '100' })
// @ts-expect-error: a type that is not listed
client.createInvoice({ ...wanted, type: 'sometimes' })
const { title: _title, ...untitled } = wanted
// @ts-expect-error: no title
client.createInvoice(untitled)

// Type and data of the sender come together, and the type decides the members.
const natural = { first_name: 'Friedrich', last_name: 'Müller', date_of_birth: '1995-08-17' }
const legal = { legal_name: 'Müller GmbH', country_of_registration: 'DE' }
const both = { ...natural, legal_name: 'Müller GmbH' }
client.createInvoice({ ...wanted, sender_type: 'natural', sender_data: natural })
client.createInvoice({ ...wanted, sender_type: 'legal', sender_data: legal })
// @ts-expect-error: a natural person has no legal name
client.createInvoice({ ...wanted, sender_type: 'natural', sender_data: both })
// @ts-expect-error: the data of a legal entity are no natural person's
client.createInvoice({ ...wanted, sender_type: 'natural', sender_data: legal })
// @ts-expect-error: a legal entity has no first name
client.createInvoice({ ...wanted, sender_type: 'legal', sender_data: { ...legal, first_name: 'Friedrich' } })
// @ts-expect-error: a sender without data
client.createInvoice({ ...wanted, sender_type: 'natural' })
// @ts-expect-error: data without the type of the sender
client.createInvoice({ ...wanted, sender_data: natural })

// @ts-expect-error: requests are signed, so a secret is needed
createCryptoprocessingInvoices({ key: 'key' })

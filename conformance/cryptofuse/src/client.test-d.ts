import {
  type CreatePaymentAnswer,
  type CreatePaymentBody,
  type CreatePaymentErrorName,
  type Cryptofuse,
  createCryptofuse,
} from '@assay/client-cryptofuse'
import { expectTypeOf } from 'vitest'

const client = createCryptofuse({ key: 'key', baseUrl: 'http://127.0.0.1:4010' })
const wanted = { amount: 100, currency: 'USDTTRC20' }

expectTypeOf(createCryptofuse).returns.toEqualTypeOf<Cryptofuse>()
expectTypeOf(client.createPayment).parameter(0).toEqualTypeOf<CreatePaymentBody>()
expectTypeOf(client.createPayment).returns.resolves.toEqualTypeOf<CreatePaymentAnswer>()
expectTypeOf<CreatePaymentAnswer['amount']>().toEqualTypeOf<number>()
expectTypeOf<'wallet_not_found' | 'currency_invalid'>().toExtend<CreatePaymentErrorName>()

client.createPayment(wanted)
client.createPayment({ ...wanted, custom_id: 'order-1', callback_url: 'https://example.com/callback' })
// @ts-expect-error: no currency
client.createPayment({ amount: 100 })
// @ts-expect-error: an amount is a number here
client.createPayment({ ...wanted, amount: '100' })
// @ts-expect-error: a member that is not documented
client.createPayment({ ...wanted, network: 'tron' })

// @ts-expect-error: the documents name no server, so a base URL is needed
createCryptofuse({ key: 'key' })
// @ts-expect-error: the key is static, so there is no secret
createCryptofuse({ key: 'key', secret: 'secret', baseUrl: 'http://127.0.0.1:4010' })

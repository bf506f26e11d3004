import {
  createFinrax,
  type Finrax,
  type RequestCryptoPaymentAnswer,
  type RequestCryptoPaymentBody,
} from '@assay/client-finrax'
import { expectTypeOf } from 'vitest'

const client = createFinrax({ key: 'key', secret: 'secret' })
const wanted = { clientPaymentId: 'order-1', businessId: '550e8400-e29b-41d4-a716-446655440000', locale: 'en-US' }

expectTypeOf(createFinrax).returns.toEqualTypeOf<Finrax>()
expectTypeOf(client.requestCryptoPayment).parameter(0).toEqualTypeOf<RequestCryptoPaymentBody>()
expectTypeOf(client.requestCryptoPayment).returns.resolves.toEqualTypeOf<RequestCryptoPaymentAnswer>()
expectTypeOf<RequestCryptoPaymentAnswer['paymentUrl']>().toEqualTypeOf<string>()
expectTypeOf<RequestCryptoPaymentAnswer['paymentInfo']['actualDepositAmount']>().toEqualTypeOf<string>()

// A fiat amount, a cryptocurrency amount with its network, or both.
client.requestCryptoPayment({ ...wanted, displayCurrency: 'EUR', displayAmount: '100.00' })
client.requestCryptoPayment({ ...wanted, depositCurrency: 'BTC', depositAmount: '0.01', network: 'BTC' })
client.requestCryptoPayment({
  ...wanted,
  ...({ displayCurrency: 'EUR', displayAmount: '100.00' } as const),
  ...({ depositCurrency: 'BTC', depositAmount: '0.01', network: 'BTC' } as const),
})
// @ts-expect-error: no currency at all
client.requestCryptoPayment(wanted)
// @ts-expect-error: a cryptocurrency without its network
client.requestCryptoPayment({ ...wanted, depositCurrency: 'BTC', depositAmount: '0.01' })
// @ts-expect-error: a cryptocurrency without its amount
client.requestCryptoPayment({ ...wanted, depositCurrency: 'BTC', network: 'BTC' })
// @ts-expect-error: a fiat currency without its amount
client.requestCryptoPayment({ ...wanted, displayCurrency: 'EUR' })
// @ts-expect-error: an amount without its currency
client.requestCryptoPayment({ ...wanted, displayAmount: '100.00' })
// @ts-expect-error: a currency that is not listed
client.requestCryptoPayment({ ...wanted, displayCurrency: 'XXX', displayAmount: '100.00' })
// @ts-expect-error: an amount is a decimal string, never a number
client.requestCryptoPayment({ ...wanted, displayCurrency: 'EUR', displayAmount: 100 })
// @ts-expect-error: no locale
client.requestCryptoPayment({ clientPaymentId: 'x', businessId: 'y', displayCurrency: 'EUR', displayAmount: '1' })

// @ts-expect-error: requests are signed, so a secret is needed
createFinrax({ key: 'key' })

import type { Provider } from '../provider.ts'
import { alphapo } from './alphapo.ts'
import { cryptofuse } from './cryptofuse.ts'
import { cryptoprocessingInvoices } from './cryptoprocessing-invoices.ts'
import { cryptoprocessingPayments } from './cryptoprocessing-payments.ts'
import { finrax } from './finrax.ts'

/** The id of a contract that the zoo has a provider of. */
export type ProviderId = 'alphapo' | 'cryptoprocessing-payments' | 'cryptoprocessing-invoices' | 'finrax' | 'cryptofuse'

/** The right providers of the zoo, by the contract they keep, and the path each answers at. */
export const knownProviders: {
  readonly [id in ProviderId]: { readonly provider: Provider; readonly path: string }
} = {
  alphapo: { provider: alphapo, path: '/requests' },
  'cryptoprocessing-payments': { provider: cryptoprocessingPayments, path: '/requests' },
  'cryptoprocessing-invoices': { provider: cryptoprocessingInvoices, path: '/invoices/create' },
  finrax: { provider: finrax, path: '/v1/payments' },
  cryptofuse: { provider: cryptofuse, path: '/payments/create' },
}

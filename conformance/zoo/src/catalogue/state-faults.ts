import type { Fault } from './entry.ts'

/** What goes wrong between one request and the next. */
export const stateFaults: readonly Fault[] = [
  { provider: 'alphapo', trait: 'duplicates', named: ['foreign-id.duplicate'], sample: true },
  { provider: 'alphapo', trait: 'duplicates-race', named: ['foreign-id.duplicate'] },
  {
    provider: 'alphapo',
    trait: 'reference-used-early',
    named: ['foreign-id.duplicate'],
  },
  { provider: 'alphapo', trait: 'duplicates-of-latest-only', named: ['foreign-id.duplicate'] },
  { provider: 'cryptoprocessing-invoices', trait: 'reference-with-amount', named: ['foreign-id.unique'] },
  { provider: 'alphapo', trait: 'duplicate-422', named: ['foreign-id.duplicate'] },
  { provider: 'cryptoprocessing-payments', trait: 'duplicates', named: ['foreign-id.unique'] },
  { provider: 'cryptoprocessing-invoices', trait: 'duplicates', named: ['foreign-id.unique'] },
  { provider: 'alphapo', trait: 'id-repeated', named: ['response.id-unique'] },
  { provider: 'finrax', trait: 'id-repeated', named: ['response.payment-id-unique'] },
  { provider: 'cryptofuse', trait: 'id-repeated', named: ['response.payment-id-unique'] },
  { provider: 'cryptoprocessing-invoices', trait: 'id-repeated', named: ['response.id-unique'] },
]

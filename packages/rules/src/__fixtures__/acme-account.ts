import type { AccountProfile } from '@assay/contract'
import type { Account } from '../account.ts'

const profile: AccountProfile = {
  currencies: [
    { code: 'EUR', type: 'fiat', decimals: 2, page: true },
    { code: 'JPY', type: 'fiat', decimals: 0, page: false },
    { code: 'CHF', type: 'fiat', decimals: 2, page: false, disabled: true },
    { code: 'USDC', type: 'crypto', decimals: 6, networks: ['ethereum', 'solana'], page: true },
    { code: 'BTC', type: 'crypto', decimals: 8, networks: ['bitcoin'], page: false },
    { code: 'CHZ', type: 'crypto', decimals: 18, networks: ['ethereum'], page: false },
    { code: 'DOGE', type: 'crypto', decimals: 8, networks: ['dogecoin'], page: false, disabled: true },
  ],
  withoutRate: [['EUR', 'CHZ']],
  amount: { currency: 'EUR', minimum: '5', maximum: '30000' },
  lifetime: { minimum: 300, maximum: 2_592_000 },
  values: { '/wallet': ['0b4e7a52-6b1c-4c1e-9d3f-6a7d5f1c2b3a'] },
}

/** The account of the made-up provider; the clock stands still. */
export function acmeAccount(changes: Partial<Account> = {}): Account {
  const byCode = new Map(profile.currencies.map((currency) => [currency.code, currency]))
  return {
    now: () => 1_800_000_000_000,
    credentials: { key: 'acme-key-1', secret: 'acme-secret-1' },
    profile,
    currency: (code) => byCode.get(code),
    taken: () => false,
    inState: () => false,
    ...changes,
  }
}

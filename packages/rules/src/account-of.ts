import type { Contract } from '@assay/contract'
import type { Credentials } from '@assay/signing'
import type { Account } from './account.ts'

/** The account as a contract declares it, with nothing created in it yet. `now` gives Unix time in milliseconds. */
export function accountOf(
  { account: profile }: Pick<Contract, 'account'>,
  { credentials, now }: { readonly credentials: Credentials; readonly now: () => number },
): Account {
  const currencies = new Map(profile.currencies.map((currency) => [currency.code, currency]))
  return {
    credentials,
    profile,
    now,
    currency: (code) => currencies.get(code),
    taken: () => false,
    inState: () => false,
  }
}

import type { Currency } from '@assay/contract'
import type { Account } from './account.ts'

/** The codes that a valid payload may carry: of one type, or all; those switched off are left out. */
export function currencyCodes(account: Account, type?: Currency['type']): readonly string[] {
  return account.profile.currencies
    .filter((currency) => currency.disabled !== true && (type === undefined || currency.type === type))
    .map((currency) => currency.code)
}

import type { Currency } from '@assay/contract'
import type { Account } from '@assay/rules'

/** The account as the provider's pages show it: the currencies and networks that any account may be expected to take, none that is switched off. */
export function pageAccount(account: Account): Account {
  const currencies = account.profile.currencies
    .filter(({ page, disabled }) => page && disabled !== true)
    .map(withPageNetworks)
  const byCode = new Map(currencies.map((currency) => [currency.code, currency]))
  return {
    ...account,
    profile: { ...account.profile, currencies },
    now: () => account.now(),
    currency: (code) => byCode.get(code),
    taken: (pointer, reference) => account.taken(pointer, reference),
    inState: (state) => account.inState(state),
  }
}

function withPageNetworks(currency: Currency): Currency {
  return currency.pageNetworks === undefined ? currency : { ...currency, networks: currency.pageNetworks }
}

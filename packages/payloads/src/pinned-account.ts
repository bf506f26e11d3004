import type { Currency, Json, Operation } from '@assay/contract'
import type { Account } from '@assay/rules'
import type { Setting } from './setting.ts'

/**
 * The account as a setting's pins describe it: a pinned currency or network counts as one that a page shows, because the user says the account takes it. A
 * code nobody knows is taken for a cryptocurrency where a network is pinned beside it, and for fiat otherwise.
 */
export function pinnedAccount(operation: Operation, { account, pins = new Map() }: Setting): Account {
  if (pins.size === 0) return account
  const currencies = new Map(account.profile.currencies.map((currency) => [currency.code, currency]))
  for (const { role, at } of operation.roles) {
    const code = pins.get(at)
    if (role !== 'currency' || typeof code !== 'string') continue
    currencies.set(code, pinnedCurrency(code, currencies.get(code), pinnedNetwork(at, operation, pins)))
  }
  const profile = { ...account.profile, currencies: [...currencies.values()] }
  return {
    ...account,
    profile,
    now: () => account.now(),
    currency: (code) => currencies.get(code),
    taken: (pointer, reference) => account.taken(pointer, reference),
    inState: (state) => account.inState(state),
  }
}

function pinnedNetwork(currencyAt: string, operation: Operation, pins: ReadonlyMap<string, Json>): string | undefined {
  const role = operation.roles.find((candidate) => candidate.role === 'network' && candidate.currency === currencyAt)
  const network = role === undefined ? undefined : pins.get(role.at)
  return typeof network === 'string' ? network : undefined
}

function pinnedCurrency(code: string, known: Currency | undefined, network: string | undefined): Currency {
  const base = known ?? { code, type: network === undefined ? 'fiat' : 'crypto', decimals: 2, page: true }
  if (network === undefined) return { ...base, page: true, disabled: false }
  const networks = [...new Set([...(base.networks ?? []), network])]
  return { ...base, page: true, disabled: false, networks, pageNetworks: [network] }
}

import { type Currency, type Json, type Operation, withoutValueAt, withValueAt } from '@assay/contract'
import type { Account } from './account.ts'
import { decimalLike } from './decimal-of.ts'
import type { Bench } from './rule-kind.ts'
import { sentAt } from './sent-at.ts'

/** The pointer of the network that belongs to the currency at a pointer, where the operation has one. */
export function networkOf(currencyAt: string, operation: Operation): string | undefined {
  return operation.roles.find((role) => role.role === 'network' && role.currency === currencyAt)?.at
}

/** The body with another currency at a pointer, its network and its amounts such that nothing else becomes wrong. */
export function withCurrency(body: Json, at: string, currency: Currency, bench: Bench): Json {
  let changed = withValueAt(body, at, currency.code)
  const networkAt = networkOf(at, bench.operation)
  const network = (currency.pageNetworks ?? currency.networks)?.[0]
  if (networkAt !== undefined) {
    const isNeeded = currency.type === 'crypto' && network !== undefined
    changed = isNeeded ? withValueAt(changed, networkAt, network) : withoutValueAt(changed, networkAt)
  }
  for (const role of bench.operation.roles) {
    if (role.role !== 'amount' || role.currency !== at) continue
    const amount = sentAt(changed, role.at)
    if (amount !== undefined)
      changed = withValueAt(changed, role.at, decimalLike(amount, safeAmount(currency, bench.account)))
  }
  return changed
}

/** An amount that any gateway takes in a currency, and this account too. */
function safeAmount(currency: Currency, account: Account): string {
  const { amount } = account.profile
  return currency.safe?.minimum ?? (amount?.currency === currency.code ? amount.minimum : '100')
}

/** The currencies a provider under test may be expected to know: all of its account where that is known, else those on its pages. */
export function expectedCurrencies(bench: Pick<Bench, 'account' | 'accountKnown'>): readonly Currency[] {
  return bench.account.profile.currencies.filter((currency) => bench.accountKnown || currency.page)
}

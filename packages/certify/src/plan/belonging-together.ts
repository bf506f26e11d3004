import type { Operation, Role } from '@assay/contract'
import { isAmong } from './rule-places.ts'

/**
 * The places, and those whose values mean something only together with theirs: an amount and a network belong to their currency. An amount taken along
 * without its currency may have more decimal places than the other currency has.
 */
export function belongingTogether(places: readonly string[], { roles }: Pick<Operation, 'roles'>): readonly string[] {
  const currencies = new Set(roles.filter(({ at }) => isAmong(at, places)).flatMap((role) => currencyOf(role) ?? []))
  const along = roles.filter((role) => currencies.has(currencyOf(role) ?? '')).map(({ at }) => at)
  return [...new Set([...places, ...along])]
}

/** JSON Pointer of the currency that a role belongs to, or is. */
function currencyOf(role: Role): string | undefined {
  if (role.role === 'currency') return role.at
  return role.role === 'amount' || role.role === 'network' ? role.currency : undefined
}

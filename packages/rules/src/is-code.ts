import type { Operation } from '@assay/contract'

/** Whether a place holds a code of the account, a currency's or a network's: there the length is not free. */
export function isCode(at: string, { roles }: Operation): boolean {
  return roles.some((role) => (role.role === 'currency' || role.role === 'network') && role.at === at)
}

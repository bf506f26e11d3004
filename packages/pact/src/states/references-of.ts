import type { Operation } from '@assay/contract'

/** JSON Pointers of the references in an operation's request body that may be used once. */
export function referencesOf({ roles, rules }: Operation): readonly string[] {
  const named = roles.filter(({ role }) => role === 'reference').map(({ at }) => at)
  const unique = rules.filter(({ side, kind }) => side === 'request' && kind === 'unique').map(({ at }) => at)
  return [...new Set([...named, ...unique])]
}

import type { Operation } from '@assay/contract'

/** JSON Pointers of the merchant's own references in an operation's request body. */
export function referencePointers(operation: Operation): readonly string[] {
  const roles = operation.roles.filter((role) => role.role === 'reference').map((role) => role.at)
  const unique = operation.rules
    .filter((rule) => rule.side === 'request' && rule.kind === 'unique')
    .map((rule) => rule.at)
  return [...new Set([...roles, ...unique])]
}

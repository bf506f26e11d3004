import type { KindDeclaration } from './kind-declaration.ts'
import type { OperationReading } from './read-operations.ts'
import type { Reading } from './reading.ts'
import type { Rule } from './rule.ts'

/** The rules that a declared security requirement states where the document declares none of its own: a request without the key, or with another, is refused. */
export function securityRules(
  operation: OperationReading,
  kinds: readonly KindDeclaration[],
  reading: Reading,
): Rule[] {
  if (operation.signing === undefined || operation.signing.signature !== undefined) return []
  if (!kinds.some(({ kind }) => kind === 'key')) return []
  const origin = reading.origins.ofMember(operation.node, 'security')
  const evidence = [
    {
      page: reading.firstPage,
      at: Object.hasOwn(operation.node, 'security') ? (origin?.pointer.slice(1) ?? '') : 'security',
    },
  ]
  const shared = {
    kind: 'key',
    side: 'request',
    at: '',
    strength: 'documented',
    outcome: 'must-refuse',
    evidence,
  } as const
  return [
    {
      ...shared,
      id: 'key.missing',
      says: 'A request without the key is refused.',
      parameters: { faults: ['missing-key'] },
    },
    {
      ...shared,
      id: 'key.unknown',
      says: 'A request with an unknown key is refused.',
      parameters: { faults: ['unknown-key'] },
    },
  ]
}

import type { Contract } from '@assay/contract'
import { formatTable } from './format-table.ts'

const heading = [
  'provider',
  'operations',
  'rules',
  'documented',
  'inferred',
  'assumed',
  'not checkable',
  'corrections',
  'contradictions',
]

/** A line a provider: what its contract holds, in numbers. */
export function listProviders(contracts: readonly Contract[]): string {
  return formatTable(heading, contracts.map(rowOf), heading.slice(1))
}

function rowOf({ provider, operations, corrections, contradictions }: Contract): readonly string[] {
  const rules = operations.flatMap((operation) => operation.rules)
  const count = (strength: string) => rules.filter((rule) => rule.strength === strength).length
  const notCheckable = rules.filter(({ kind }) => kind === 'not-checkable').length
  const numbers = [
    operations.length,
    rules.length,
    count('documented'),
    count('inferred'),
    count('assumed'),
    notCheckable,
    corrections.length,
    contradictions.length,
  ]
  return [provider, ...numbers.map(String)]
}

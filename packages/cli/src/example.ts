import { readFileSync } from 'node:fs'
import type { Contract } from '@assay/contract'
import { knownContracts, type Surroundings } from './known-contracts.ts'

/** A provider that is known here, for the examples in the help. */
export function exampleProvider(surroundings: Surroundings): string {
  return knownContracts(surroundings).keys().next().value ?? 'provider-folder'
}

/** A rule of that provider which a payload can break, for the examples in the help. */
export function exampleRule(surroundings: Surroundings): string {
  const file = knownContracts(surroundings).values().next().value
  if (file === undefined) return 'amount.type'
  // Help is to be there at once: the file is only looked at, not checked.
  const { operations }: Pick<Contract, 'operations'> = JSON.parse(readFileSync(file, 'utf8'))
  const rules = operations.flatMap((operation) => operation.rules)
  return (
    (rules.find(({ kind, outcome }) => kind === 'required' && outcome === 'must-refuse') ?? rules[0])?.id ??
    'amount.type'
  )
}

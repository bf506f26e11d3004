import { type Contract, nearestName, type Operation, type Rule } from '@assay/contract'
import { UsageError } from './usage-error.ts'

/** A rule with the operation it belongs to. */
export interface RuleInPlace {
  readonly contract: Contract
  readonly operation: Operation
  readonly rule: Rule
}

/** The rules with an id, or with one of the other names (`also`) that the documents give the same fact. */
export function findRules(contracts: readonly Contract[], id: string): readonly RuleInPlace[] {
  const all = rulesOf(contracts)
  const exact = all.filter(({ rule }) => rule.id === id)
  return exact.length > 0 ? exact : all.filter(({ rule }) => rule.also?.includes(id))
}

/** The ids of the rules of a contract, sorted. */
export function ruleIds(contract: Contract): readonly string[] {
  return [...new Set(contract.operations.flatMap(({ rules }) => rules.map(({ id }) => id)))].sort()
}

/** An error for a rule id that no contract has, with the nearest one that there is. */
export function unknownRule(id: string, contracts: readonly Contract[], further: readonly string[] = []): UsageError {
  const names = rulesOf(contracts).flatMap(({ rule }) => [rule.id, ...(rule.also ?? [])])
  const near = nearestName(id, [...names, ...further])
  const [only, ...others] = contracts
  const where =
    only !== undefined && others.length === 0 ? `The contract of ${only.provider} has` : 'The contracts have'
  const list = only !== undefined && others.length === 0 ? `assay list ${only.provider}` : 'assay list <provider>'
  return new UsageError(
    `${where} no rule "${id}". ${near === undefined ? `\`${list}\` shows them all.` : `Did you mean "${near}"?`}`,
  )
}

function rulesOf(contracts: readonly Contract[]): readonly RuleInPlace[] {
  return contracts.flatMap((contract) =>
    contract.operations.flatMap((operation) => operation.rules.map((rule) => ({ contract, operation, rule }))),
  )
}

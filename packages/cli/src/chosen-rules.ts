import { hygieneRules } from '@assay/certify'
import type { Contract } from '@assay/contract'
import { findRules, unknownRule } from './find-rule.ts'

/**
 * Rule ids, as a user names them, by the contracts that have them: of each contract the ids it has, under their own name where another (`also`) was
 * given. A contract that has none of them is left out.
 * @throws UsageError for an id that no contract has, with the nearest one.
 */
export function chosenRules(
  ids: readonly string[],
  contracts: readonly Contract[],
): ReadonlyMap<Contract, readonly string[]> {
  const hygiene: readonly string[] = hygieneRules.map(({ id }) => id)
  const unknown = ids.find((id) => !hygiene.includes(id) && findRules(contracts, id).length === 0)
  if (unknown !== undefined) throw unknownRule(unknown, contracts, hygiene)
  return new Map(
    contracts
      .map((contract) => {
        const own = ids.flatMap((id) =>
          hygiene.includes(id) ? [id] : findRules([contract], id).map(({ rule }) => rule.id),
        )
        return [contract, [...new Set(own)]] as const
      })
      .filter(([, own]) => own.length > 0),
  )
}

/** Of rule ids whose failure is expected, those that concern a contract: all but those that only another of the contracts has. */
export function expectedOf(
  ids: readonly string[],
  contract: Contract,
  contracts: readonly Contract[],
): readonly string[] {
  return ids.flatMap((id) => {
    const own = findRules([contract], id).map(({ rule }) => rule.id)
    if (own.length > 0) return own
    return findRules(contracts, id).length > 0 ? [] : [id]
  })
}

import { type Contract, nearestName } from '@assay/contract'

/**
 * The ids of rules to switch off, as a set.
 * @throws Error that names the nearest rule, where the contract lacks an id.
 */
export function checkOff(contract: Contract, off: readonly string[]): ReadonlySet<string> {
  const ids = contract.operations.flatMap((operation) => operation.rules.map((rule) => rule.id))
  for (const id of off) {
    if (ids.includes(id)) continue
    const nearest = nearestName(id, ids)
    const wayOut = nearest === undefined ? `it has ${ids.length} others` : `the nearest is "${nearest}"`
    throw new Error(`The contract of ${contract.provider} has no rule "${id}" to switch off: ${wayOut}.`)
  }
  return new Set(off)
}

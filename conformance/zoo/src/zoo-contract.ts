import { readFileSync } from 'node:fs'
import { type Contract, loadContract } from '@assay/contract'
import type { ProviderId } from './providers/known-providers.ts'

const contracts = new Map<ProviderId, Contract>()

/** The contract of a provider, read once. */
export function zooContract(id: ProviderId): Contract {
  const contract =
    contracts.get(id) ??
    loadContract(readFileSync(new URL(`../../../specs/${id}/contract.json`, import.meta.url), 'utf8'))
  contracts.set(id, contract)
  return contract
}

import { join } from 'node:path'
import type { Contract } from '@assay/contract'
import { findContracts } from './find-contracts.ts'
import { UsageError } from './usage-error.ts'

/**
 * The contract of a provider: one that travels with this package, by its id, or any other by its folder, OpenAPI file or `contract.json`.
 * @throws UsageError when there is none, with the nearest name; ContractError when documents cannot be read.
 */
export async function contractOf(name: string, folder: string = process.cwd()): Promise<Contract> {
  const [contract] = await findContracts([name], { folder, installed: join(import.meta.dirname, 'contracts') })
  if (contract === undefined) throw new UsageError(`There is no contract "${name}".`)
  return contract
}

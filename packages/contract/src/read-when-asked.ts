import type { Contract } from './contract.ts'
import type { ReadContractOptions } from './read-contract.ts'

/**
 * Reads what a provider documents into one frozen contract: OpenAPI 3.0 or 3.1 in YAML or JSON, corrected by an OpenAPI Overlay 1.0. Nothing is
 * fetched, no file outside the document's folder is read. Without an overlay examples may contradict their schema and are listed; with one,
 * every example of the corrected document must keep it.
 * @param place A provider folder, or an OpenAPI file.
 * @throws ContractError with file and line of everything that is wrong.
 */
export async function readContract(place: string, options: ReadContractOptions): Promise<Contract> {
  // What parses documents takes longer to load than most commands to run, and who has a contract.json reads none.
  const reader = await import('./read-contract.ts')
  return reader.readContract(place, options)
}

import { type Contract, formatContract } from '@assay/contract'
import { generateClient } from './generate-client.ts'

/** Every generated file of a provider by its path from the root, with `/`: its contract, and its client package. */
export async function expectedFiles(contract: Contract): Promise<ReadonlyMap<string, string>> {
  const client = await generateClient(contract)
  return new Map([
    [`specs/${contract.provider}/contract.json`, formatContract(contract)],
    ...[...client].map(([path, text]): [string, string] => [`${clientFolder(contract.provider)}/${path}`, text]),
  ])
}

/** The folder of a provider's client package, from the root. */
export function clientFolder(provider: string): string {
  return `packages/clients/${provider}`
}

import { join } from 'node:path'

/** The two sides of a pact, by name. */
export function participants(provider: string): { readonly consumer: string; readonly provider: string } {
  return { consumer: `assay-client-${provider}`, provider }
}

/** The pact of a provider's typed client in a folder. */
export function pactFile(provider: string, folder: string): string {
  const { consumer } = participants(provider)
  return join(folder, `${consumer}-${provider}.json`)
}

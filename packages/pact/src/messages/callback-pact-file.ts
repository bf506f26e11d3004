import { join } from 'node:path'

/** The two sides of the pact of a merchant's callback handler, by name. */
export function callbackParticipants(provider: string): { readonly consumer: string; readonly provider: string } {
  return { consumer: `assay-callbacks-${provider}`, provider }
}

/** The pact of the callback handler of a provider's client in a folder. */
export function callbackPactFile(provider: string, folder: string): string {
  return join(folder, `${callbackParticipants(provider).consumer}-${provider}.json`)
}

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Contract } from '@assay/contract'
import { callbackPactFile, pactFile, publishPacts } from '@assay/pact'
import { findCheckout } from '../checkout.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import { pactsOf } from './pacts-of.ts'
import type { Publication } from './publish.ts'
import type { PublishFlags } from './publish-flags.ts'

/** Publishes the pact files of each contract and gives the exit code. */
export async function publishFiles(
  contracts: readonly Contract[],
  flags: PublishFlags,
  { broker, version }: Publication,
  world: World,
): Promise<number> {
  // Read first: what is no pact of its provider is refused before anything is published.
  pactsOf(contracts, flags, world)
  for (const { provider } of contracts) {
    const files = flags.pact === undefined ? recorded(provider, world) : [resolve(world.folder, flags.pact)]
    const pacts = files.length === 1 ? '1 pact' : `${files.length} pacts`
    world.note(`Publishing ${pacts} with ${provider} to ${broker.baseUrl}\n`)
    world.note(`${await publishPacts(files, version, broker)}\n`)
    world.print(`${provider}  published: ${pacts} of ${version.number} on ${version.branch}\n`)
  }
  return 0
}

/** The pact of the client, and that of its callback handler where there is one. */
function recorded(provider: string, { folder }: World): readonly string[] {
  const checkout = findCheckout(folder)
  if (checkout === undefined) throw new UsageError('No pact is recorded here: give --pact.')
  const pacts = join(checkout, 'conformance', provider, 'pacts')
  return [pactFile(provider, pacts), callbackPactFile(provider, pacts)].filter((file) => existsSync(file))
}

import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Contract } from '@assay/contract'
import { type PactDocument, pactFile, readPact } from '@assay/pact'
import { findCheckout } from '../checkout.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import type { PactFlags } from './pact-flags.ts'

/** A contract with the pact of its typed client. */
export interface PactOfContract {
  readonly contract: Contract
  readonly pact: PactDocument
}

/**
 * The pact of each contract: the file given, else the one that the consumer suite wrote in this checkout.
 * @throws UsageError where there is none; PactError where a file is no pact
 */
export function pactsOf(contracts: readonly Contract[], { pact }: PactFlags, world: World): readonly PactOfContract[] {
  if (pact !== undefined && contracts.length > 1) {
    throw new UsageError(`--pact belongs to one provider, not to ${contracts.length}: name the provider.`)
  }
  return contracts.map((contract) => {
    const file = pact === undefined ? recordedFile(contract, world) : resolve(world.folder, pact)
    if (!existsSync(file)) throw new UsageError(`There is no pact at ${file}.`)
    const document = readPact(textOf(file), file)
    if (document.provider.name !== contract.provider) {
      throw new UsageError(
        `The pact ${file} is one with ${document.provider.name}, not with ${contract.provider}: name its provider.`,
      )
    }
    return { contract, pact: document }
  })
}

function recordedFile({ provider }: Contract, { folder }: World): string {
  const checkout = findCheckout(folder)
  const file = checkout === undefined ? undefined : pactFile(provider, join(checkout, 'conformance', provider, 'pacts'))
  if (file !== undefined && existsSync(file)) return file
  throw new UsageError(`No pact of ${provider} is recorded here: run \`npx -y pnpm@10 pacts\`, or give --pact.`)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`The pact ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

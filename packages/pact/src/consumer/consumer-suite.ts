import { mkdirSync, rmSync } from 'node:fs'
import type { Contract } from '@assay/contract'
import type { Interaction } from '../interaction.ts'
import { interactionsOf } from '../interactions-of.ts'
import { pactFile, participants } from '../pact-file.ts'
import { plainJson } from '../template/plain-json.ts'
import { clientFunction } from './client-function.ts'
import type { ConsumerOptions } from './consumer-options.ts'
import type { ConsumerTest } from './consumer-test.ts'
import { exampleCredentials } from './example-credentials.ts'
import { recordInteraction } from './record-interaction.ts'
import { spoilingFetch } from './spoiling-fetch.ts'
import { understands } from './understands.ts'

/**
 * The consumer suite of a contract: one test an interaction, in which the typed client talks to Pact's mock server. The tests run one after the other; the first
 * takes an older pact away, each that passes adds its interaction.
 * @throws PactError where the contract's own mock does not do what the contract says
 */
export function consumerSuite(contract: Contract, options: ConsumerOptions): readonly ConsumerTest[] {
  let begun = false
  return interactionsOf(contract).map((interaction) => ({
    title: interaction.description,
    async check() {
      if (!begun) rmSync(pactFile(contract.provider, options.folder), { force: true })
      begun = true
      mkdirSync(options.folder, { recursive: true })
      const place = { ...participants(contract.provider), dir: options.folder }
      await recordInteraction(interaction, place, (baseUrl) => talk(contract, interaction, baseUrl, options))
    },
  }))
}

/** Pact's mock server says so where a request is another than the pact has. */
const MISMATCH = 500

/** Lets the typed client itself make the interaction's request, and looks at what it makes of the answer. */
async function talk(
  contract: Contract,
  interaction: Interaction,
  baseUrl: string,
  options: ConsumerOptions,
): Promise<void> {
  const { operation, draft, answer } = interaction
  const send = spoilingFetch(draft, operation, exampleCredentials)
  let status: number | undefined
  const client = options.client({
    ...exampleCredentials,
    baseUrl,
    async fetch(request) {
      const response = await send(request)
      status = response.status
      return response
    },
  })
  try {
    await understands(async () => clientFunction(client, contract, operation)(plainJson(draft.body)), interaction)
  } catch (error) {
    // Pact tells the mismatch itself, better than the client that was answered 500.
    if (status !== MISMATCH || answer.status === MISMATCH) throw error
  }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contract } from '@assay/contract'
import { createMock, serveMock } from '@assay/mock'
import { PactError, publishResult, verifyCallbackPact, verifyPact, type WantedPact, wantedPacts } from '@assay/pact'
import type { World } from '../world.ts'
import type { Publication } from './publish.ts'

/**
 * Verifies at the built-in mocks what the broker wants of each provider, publishes the results, and gives the exit code: 1 where a pact that is not
 * pending does not hold.
 */
export async function publishResults(
  contracts: readonly Contract[],
  { broker, version }: Publication,
  world: World,
): Promise<number> {
  let failed = false
  for (const contract of contracts) {
    const { provider } = contract
    const wanted = await wantedPacts(broker, provider, version)
    if (wanted.length === 0) world.print(`${provider}  nothing to verify: the broker wants no pact of it\n`)
    for (const one of wanted) {
      const fault = await faultOf(contract, one, world)
      await publishResult(broker, provider, version, one, fault === undefined)
      const held = fault === undefined ? 'holds' : one.pending ? 'does not hold, and is pending' : 'does not hold'
      world.print(`${provider}  ${one.pact.consumer.name}: ${held}${fault === undefined ? '' : `: ${fault}`}\n`)
      if (fault !== undefined && !one.pending) failed = true
    }
  }
  return failed ? 1 : 0
}

/** Why a pact does not hold at the contract's mock; undefined where it does. */
function faultOf(contract: Contract, one: WantedPact, world: World): Promise<string | undefined> {
  const ofMessages = one.pact.interactions.every(({ request }) => request === undefined)
  return ofMessages ? messageFault(contract, one) : requestFault(contract, one, world)
}

async function messageFault(contract: Contract, { pact }: WantedPact): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-pact-'))
  try {
    const file = join(folder, 'pact.json')
    writeFileSync(file, JSON.stringify(pact))
    await verifyCallbackPact(contract, file)
    return undefined
  } catch (error) {
    if (!(error instanceof PactError)) throw error
    return error.message
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function requestFault(contract: Contract, { pact }: WantedPact, world: World): Promise<string | undefined> {
  const mock = createMock(contract, { now: world.now })
  const server = await serveMock(mock)
  const { credentials, control } = mock
  const options = {
    baseUrl: server.url(contract.provider),
    credentials,
    control,
    clock: world.now,
    signal: world.interrupted,
  }
  try {
    for await (const event of verifyPact(contract, pact, options)) {
      if (event.type !== 'finished') continue
      const { verdict, rules, reason } = event.report
      const broken = rules.filter((rule) => rule.verdict === 'fail').map(({ id }) => id)
      return verdict === 'conforms' ? undefined : broken.join(', ') || reason || verdict
    }
    return 'the verification was interrupted'
  } finally {
    await server.close()
  }
}

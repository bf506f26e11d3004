import type { Contract } from '@assay/contract'
import { createMock, type MockServer, serveMock } from '@assay/mock'
import { chosenRules } from './chosen-rules.ts'
import { environmentName } from './credentials.ts'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

/** How mocks are served. */
interface MockSettings {
  readonly port: number
  /** Rules, by any of their names, that the mocks do not keep. */
  readonly off: readonly string[]
}

/**
 * Serves mocks of the contracts until the user interrupts, and tells where they listen.
 * @throws UsageError where the port cannot be had, or no contract has a rule to forget.
 */
export async function serveMocks(contracts: readonly Contract[], settings: MockSettings, world: World): Promise<void> {
  const server = await serve(contracts, settings)
  world.print(`${contracts.map((contract) => placeText(contract, server)).join('\n')}`)
  world.note('Ctrl-C stops it.\n')
  await interruption(world.interrupted)
  await server.close()
}

async function serve(contracts: readonly Contract[], { port, off }: MockSettings): Promise<MockServer> {
  const forgotten = chosenRules(off, contracts)
  try {
    return await serveMock(
      contracts.map((contract) => createMock(contract, { off: forgotten.get(contract) ?? [] })),
      { port },
    )
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/** Where a mock listens, in the form of the variables that make everything else use it. */
function placeText(contract: Contract, server: MockServer): string {
  const { provider } = contract
  const { credentials } = createMock(contract)
  const variables = [
    [environmentName(provider, 'BASE_URL'), server.url(provider)],
    [environmentName(provider, 'KEY'), credentials.key],
    ...(credentials.secret === undefined ? [] : [[environmentName(provider, 'SECRET'), credentials.secret]]),
  ]
  const calls = contract.operations.map(
    ({ method, path }) => `# ${provider}: ${method} ${server.url(provider)}${path}\n`,
  )
  return `${calls.join('')}${variables.map(([name, value]) => `export ${name}=${value}\n`).join('')}`
}

function interruption(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

import type { Contract } from '@assay/contract'
import { createMock, type MockServer, serveMock } from '@assay/mock'
import { environmentName } from './credentials.ts'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

/**
 * Serves mocks of the contracts until the user interrupts, and tells where they listen.
 * @throws UsageError where the port cannot be had.
 */
export async function serveMocks(contracts: readonly Contract[], port: number, world: World): Promise<void> {
  const server = await serve(contracts, port)
  world.print(`${contracts.map((contract) => placeText(contract, server)).join('\n')}`)
  world.note('Ctrl-C stops it.\n')
  await interruption(world.interrupted)
  await server.close()
}

async function serve(contracts: readonly Contract[], port: number): Promise<MockServer> {
  try {
    return await serveMock(
      contracts.map((contract) => createMock(contract)),
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

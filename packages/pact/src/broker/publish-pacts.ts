import { PactError } from '../pact-error.ts'
import type { AppVersion } from './app-version.ts'
import type { Broker } from './broker.ts'
import { askBroker } from './broker-request.ts'
import { runPactCli } from './run-pact-cli.ts'

/**
 * Publishes pact files of one version of a consumer with the standard command line.
 * @param files paths of pact files
 * @returns what the command line said
 * @throws BrokerError where the broker cannot be reached, PactError where it does not take them
 */
export async function publishPacts(files: readonly string[], version: AppVersion, broker: Broker): Promise<string> {
  // Told apart here, because the command line ends alike for a broker that is not there and a pact that is none.
  await askBroker(broker, 'GET', `${broker.baseUrl}/`)
  const literal = files.map((file) => file.replace(/[[\]?*]/g, '[$&]'))
  const words = ['publish', ...literal, '--consumer-app-version', version.number, '--branch', version.branch]
  const { code, output } = await runPactCli(words, broker)
  if (code !== 0) throw new PactError(`The broker at ${broker.baseUrl} did not take the pacts: ${output}`)
  return output
}

import type { AppVersion } from './app-version.ts'
import type { Broker } from './broker.ts'
import { askBroker, linkOf } from './broker-request.ts'
import type { WantedPact } from './wanted-pacts.ts'

/**
 * Publishes what a version of a provider found about a pact, and the branch that the version is on.
 * @throws PactError where the broker does not take it
 */
export async function publishResult(
  broker: Broker,
  provider: string,
  version: AppVersion,
  { results }: WantedPact,
  success: boolean,
): Promise<void> {
  const index = await askBroker(broker, 'GET', `${broker.baseUrl}/`)
  const pacticipant = await askBroker(broker, 'GET', linkOf(index, 'pb:pacticipant', { pacticipant: provider }))
  const place = linkOf(pacticipant, 'pb:branch-version', { branch: version.branch, version: version.number })
  await askBroker(broker, 'PUT', place, {})
  await askBroker(broker, 'POST', results, {
    success,
    providerApplicationVersion: version.number,
    verifiedBy: { implementation: 'Assay' },
  })
}

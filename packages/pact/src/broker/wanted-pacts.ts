import { z } from 'zod'
import { type PactDocument, readPact } from '../verification/pact-document.ts'
import type { AppVersion } from './app-version.ts'
import type { Broker } from './broker.ts'
import { askBroker, linkOf } from './broker-request.ts'

/** Which versions of the consumers a provider verifies (Pact Broker, consumer version selectors). */
export interface ConsumerVersionSelector {
  readonly mainBranch?: boolean
  readonly matchingBranch?: boolean
  readonly deployedOrReleased?: boolean
  readonly branch?: string
  readonly consumer?: string
  readonly latest?: boolean
}

/** The customary ones: what may be merged, what is out there, and what is worked on under the same name. */
export const CUSTOMARY_SELECTORS: readonly ConsumerVersionSelector[] = [
  { mainBranch: true },
  { deployedOrReleased: true },
  { matchingBranch: true },
]

/** A pact that a broker wants verified. */
export interface WantedPact {
  readonly pact: PactDocument
  /** Whether it is new to this provider, so that its failure fails nothing yet. */
  readonly pending: boolean
  /** Where its result goes. */
  readonly results: string
}

const wanted = z.looseObject({
  _embedded: z.looseObject({
    pacts: z.array(
      z.looseObject({
        verificationProperties: z.looseObject({ pending: z.boolean().optional() }).optional(),
        _links: z.looseObject({ self: z.looseObject({ href: z.string() }) }),
      }),
    ),
  }),
})

/**
 * The pacts that a broker wants this version of a provider to verify.
 * @throws BrokerError where the broker cannot be asked, PactError where it gives what is no pact of version 4
 */
export async function wantedPacts(
  broker: Broker,
  provider: string,
  version: AppVersion,
  selectors: readonly ConsumerVersionSelector[] = CUSTOMARY_SELECTORS,
): Promise<readonly WantedPact[]> {
  const index = await askBroker(broker, 'GET', `${broker.baseUrl}/`)
  const answer = await askBroker(broker, 'POST', linkOf(index, 'pb:provider-pacts-for-verification', { provider }), {
    consumerVersionSelectors: selectors,
    includePendingStatus: true,
    providerVersionBranch: version.branch,
  })
  const listed = wanted.safeParse(answer).data?._embedded.pacts ?? []
  const pacts: WantedPact[] = []
  for (const { _links, verificationProperties } of listed) {
    const { href } = _links.self
    const resource = await askBroker(broker, 'GET', href)
    const { _links: _, ...content } = Object(resource)
    const pact = readPact(JSON.stringify(content), href)
    const results = linkOf(resource, 'pb:publish-verification-results')
    pacts.push({ pact, pending: verificationProperties?.pending ?? false, results })
  }
  return pacts
}

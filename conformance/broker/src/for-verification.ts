import type { BrokerState, PublishedPact } from './broker-state.ts'

/** Which pacts a provider is to verify: by a branch of the consumer, its main branch, or the latest of each. */
export interface ConsumerVersionSelector {
  readonly branch?: string
  readonly mainBranch?: boolean
  readonly matchingBranch?: boolean
  readonly deployedOrReleased?: boolean
  readonly latest?: boolean
  readonly consumer?: string
}

/** What a provider asks for verification with. */
export interface VerificationWish {
  readonly consumerVersionSelectors?: readonly ConsumerVersionSelector[]
  readonly includePendingStatus?: boolean
  readonly providerVersionBranch?: string
}

/** A pact to verify; pending where no version of the provider's branch has ever verified it, so that its failure blames nobody yet. */
export interface WantedPact {
  readonly pact: PublishedPact
  readonly pending: boolean
}

const MAIN_BRANCH = 'main'

/** The pacts that a provider is to verify, each content once. */
export function pactsForVerification(
  state: BrokerState,
  provider: string,
  wish: VerificationWish,
): readonly WantedPact[] {
  const selectors = wish.consumerVersionSelectors ?? []
  const own = state.pacts.filter((pact) => pact.provider === provider)
  const wanted =
    selectors.length === 0 ? latestOfEach(own) : selectors.flatMap((one) => chosenBy(one, own, state, wish))
  const once = [...new Map(wanted.map((pact) => [`${pact.consumer} ${pact.sha}`, pact])).values()]
  return once.map((pact) => ({
    pact,
    pending: wish.includePendingStatus === true && !isVerified(pact, state, wish.providerVersionBranch),
  }))
}

function chosenBy(
  selector: ConsumerVersionSelector,
  pacts: readonly PublishedPact[],
  state: BrokerState,
  { providerVersionBranch }: VerificationWish,
): readonly PublishedPact[] {
  const branch = selector.mainBranch ? MAIN_BRANCH : selector.matchingBranch ? providerVersionBranch : selector.branch
  // Nothing is ever deployed here: what is, is recorded at a real broker.
  if (selector.deployedOrReleased || (branch === undefined && !selector.latest)) return []
  const there = pacts.filter(({ consumer, consumerVersion }) => {
    if (selector.consumer !== undefined && consumer !== selector.consumer) return false
    if (branch === undefined) return true
    const version = state.versions.find((one) => one.pacticipant === consumer && one.number === consumerVersion)
    return version?.branches.has(branch) ?? false
  })
  return latestOfEach(there)
}

function latestOfEach(pacts: readonly PublishedPact[]): readonly PublishedPact[] {
  return [...new Map(pacts.map((pact) => [pact.consumer, pact])).values()]
}

function isVerified(pact: PublishedPact, state: BrokerState, branch: string | undefined): boolean {
  return state.results.some(({ sha, consumer, success, provider, providerVersion }) => {
    if (sha !== pact.sha || consumer !== pact.consumer || !success) return false
    const version = state.versions.find((one) => one.pacticipant === provider && one.number === providerVersion)
    return branch === undefined || (version?.branches.has(branch) ?? false)
  })
}

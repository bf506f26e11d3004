import { createHash } from 'node:crypto'

/** A version of a pacticipant: a commit, and the branches it was seen on. */
export interface Version {
  readonly pacticipant: string
  readonly number: string
  readonly branches: Set<string>
}

/** A pact as one version of its consumer published it. */
export interface PublishedPact {
  readonly consumer: string
  readonly consumerVersion: string
  readonly provider: string
  /** SHA-256 (hex) of the content: two versions that publish the same share its results. */
  readonly sha: string
  readonly content: object
}

/** What a version of a provider found about a pact. */
export interface Result {
  readonly sha: string
  readonly consumer: string
  readonly provider: string
  readonly providerVersion: string
  readonly success: boolean
}

/** All that a broker knows; versions and pacts in the order they came. */
export interface BrokerState {
  readonly versions: Version[]
  readonly pacts: PublishedPact[]
  readonly results: Result[]
}

/** A broker that knows nothing. */
export function emptyBroker(): BrokerState {
  return { versions: [], pacts: [], results: [] }
}

/** The version of a pacticipant, made where it is new. */
export function versionOf(state: BrokerState, pacticipant: string, number: string): Version {
  const known = state.versions.find((one) => one.pacticipant === pacticipant && one.number === number)
  if (known) return known
  const version: Version = { pacticipant, number, branches: new Set() }
  state.versions.push(version)
  return version
}

/** Takes a pact: what the same version of the consumer said before of the same provider is replaced. */
export function publishPact(state: BrokerState, pact: Omit<PublishedPact, 'sha'>): PublishedPact {
  const sha = createHash('sha256').update(JSON.stringify(pact.content)).digest('hex')
  const published = { ...pact, sha }
  const { consumer, consumerVersion, provider } = pact
  const index = state.pacts.findIndex(
    (one) => one.consumer === consumer && one.consumerVersion === consumerVersion && one.provider === provider,
  )
  if (index >= 0) state.pacts.splice(index, 1)
  state.pacts.push(published)
  return published
}

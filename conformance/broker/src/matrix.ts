import type { BrokerState, PublishedPact, Result, Version } from './broker-state.ts'

/** Which versions of a pacticipant a question is about. */
export interface MatrixSelector {
  readonly pacticipant: string
  readonly version?: string
  readonly branch?: string
  readonly latest?: boolean
}

/** A pact beside the latest result of one version of its provider, or of none. */
interface Row {
  readonly pact: PublishedPact
  readonly providerVersion?: string
  readonly result?: Result
}

/** The answer to `GET /matrix`: whether every pact between the versions asked for is verified. */
export function matrixOf(state: BrokerState, selectors: readonly MatrixSelector[]): object {
  const rows = rowsOf(state, selectors)
  const failed = rows.filter(({ result }) => result?.success === false).length
  const unknown = rows.filter(({ result }) => result === undefined).length
  const success = rows.length - failed - unknown
  const deployable = rows.length === 0 ? null : failed > 0 ? false : unknown > 0 ? null : true
  const reason = deployable
    ? 'All required verification results are published and successful'
    : rows.length === 0
      ? 'There is no pact between the versions asked for'
      : failed > 0
        ? 'A verification has failed'
        : 'There is no verified pact between the versions asked for'
  return {
    summary: { deployable, reason, success, failed, unknown },
    notices: [{ type: deployable ? 'success' : 'error', text: reason }],
    matrix: rows.map(({ pact, providerVersion, result }) => ({
      consumer: { name: pact.consumer, version: { number: pact.consumerVersion } },
      provider: {
        name: pact.provider,
        version: providerVersion === undefined ? null : { number: providerVersion },
      },
      pact: { createdAt: '2026-01-01T00:00:00+00:00' },
      verificationResult:
        result === undefined ? null : { success: result.success, verifiedAt: '2026-01-01T00:00:00+00:00' },
    })),
  }
}

function rowsOf(state: BrokerState, selectors: readonly MatrixSelector[]): Row[] {
  const chosen = selectors.map((selector) => ({ selector, versions: versionsFor(state, selector) }))
  const asked = new Set(selectors.map(({ pacticipant }) => pacticipant))
  return state.pacts.flatMap((pact): Row[] => {
    const consumer = chosen.find(({ selector }) => selector.pacticipant === pact.consumer)
    if (consumer && !consumer.versions.some(({ number }) => number === pact.consumerVersion)) return []
    if (!consumer && !asked.has(pact.provider)) return []
    const results = state.results.filter(({ sha, consumer: name }) => sha === pact.sha && name === pact.consumer)
    const provider = chosen.find(({ selector }) => selector.pacticipant === pact.provider)
    if (!provider) {
      const result = results.at(-1)
      return [{ pact, ...(result ? { result, providerVersion: result.providerVersion } : {}) }]
    }
    if (provider.versions.length === 0) return [{ pact }]
    return provider.versions.map(({ number }) => {
      const result = results.findLast(({ providerVersion }) => providerVersion === number)
      return { pact, providerVersion: number, ...(result ? { result } : {}) }
    })
  })
}

function versionsFor(state: BrokerState, { pacticipant, version, branch, latest }: MatrixSelector): readonly Version[] {
  const own = state.versions.filter((one) => one.pacticipant === pacticipant)
  const there = own.filter(
    ({ number, branches }) =>
      (version === undefined || number === version) && (branch === undefined || branches.has(branch)),
  )
  return latest ? there.slice(-1) : there
}

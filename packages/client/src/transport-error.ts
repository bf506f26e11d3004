/** Why no answer came: the other side could not be reached, broke the connection off, or took too long; or the caller gave up. */
export type TransportReason = 'unreachable' | 'broken-off' | 'timeout' | 'aborted' | 'failed'

/** What is known when no whole answer came. */
export interface TransportErrorFacts {
  readonly provider: string
  readonly operation: string
  readonly reason: TransportReason
  readonly sent: 'no' | 'maybe'
  /** The code of the system or of the HTTP client: `ECONNREFUSED`. */
  readonly code?: string
  /** The rest of the sentence. */
  readonly says: string
}

/**
 * Thrown when no whole answer came. Look at `sent` before sending again: after `maybe` the provider may have done what was
 * asked, so ask it first or use the same reference.
 */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly provider: string
  readonly operation: string
  readonly reason: TransportReason
  /** `no`: the request surely never reached the provider. `maybe`: it may have. */
  readonly sent: 'no' | 'maybe'
  readonly code: string | undefined

  constructor(facts: TransportErrorFacts) {
    const advice = facts.sent === 'no' ? 'nothing was sent' : 'it may have been received, so look before sending again'
    super(`${facts.provider} ${facts.operation}: ${facts.says}; ${advice}.`)
    this.provider = facts.provider
    this.operation = facts.operation
    this.reason = facts.reason
    this.sent = facts.sent
    this.code = facts.code
  }
}

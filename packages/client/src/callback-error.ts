import type { CallbackFault } from '@assay/signing'

/** Why a callback was refused: what is wrong with its headers, or `not-json` for a body, proved genuine, that is no JSON object. */
export type CallbackReason = CallbackFault | 'not-json'

/** What is known of a callback that was refused. */
export interface CallbackErrorFacts {
  readonly provider: string
  readonly reason: CallbackReason
  /** The rest of the sentence. */
  readonly says: string
}

/**
 * Thrown when a callback is not proved to be the provider's, or cannot be read. Do nothing that it asks for, and answer with an error status:
 * a genuine one is sent again. It shows no key, no secret and no signature.
 */
export class CallbackError extends Error {
  override readonly name = 'CallbackError'
  readonly provider: string
  readonly reason: CallbackReason

  constructor(facts: CallbackErrorFacts) {
    super(`${facts.provider} callback: ${facts.says}.`)
    this.provider = facts.provider
    this.reason = facts.reason
  }
}

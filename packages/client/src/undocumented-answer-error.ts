/** What about an answer stands in no document. */
export type UndocumentedReason = 'status' | 'redirect' | 'not-json' | 'too-large'

/** What is known of an undocumented answer. */
export interface UndocumentedAnswerFacts {
  readonly provider: string
  readonly operation: string
  readonly reason: UndocumentedReason
  readonly status: number
  readonly text: string
  /** The rest of the sentence. */
  readonly says: string
}

/** Thrown when the provider answers with something that its documents do not list. The request was received: look before sending again. */
export class UndocumentedAnswerError extends Error {
  override readonly name = 'UndocumentedAnswerError'
  readonly provider: string
  readonly operation: string
  readonly reason: UndocumentedReason
  /** HTTP status; 0 where the HTTP client hides it. */
  readonly status: number
  /** The text of the body, its first 4096 characters; where it repeated the key, the secret or the signature, these are struck out. */
  readonly text: string

  constructor(facts: UndocumentedAnswerFacts) {
    super(
      `${facts.provider} ${facts.operation}: ${facts.says}; look whether the request was carried out before sending again.`,
    )
    this.provider = facts.provider
    this.operation = facts.operation
    this.reason = facts.reason
    this.status = facts.status
    this.text = facts.text
  }
}

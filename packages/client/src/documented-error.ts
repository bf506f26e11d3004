/** What a documented error answer says. */
export interface DocumentedErrorFacts<Name extends string, Body> {
  readonly provider: string
  readonly operation: string
  readonly status: number
  readonly documented: readonly Name[]
  readonly code: string | number | undefined
  readonly body: Body
  /** The provider's own words, where it has any. */
  readonly text?: string
}

/** Thrown when the provider answers with an error that its documents list. */
export class DocumentedError<Name extends string = string, Body = unknown> extends Error {
  override readonly name = 'DocumentedError'
  readonly provider: string
  readonly operation: string
  /** HTTP status. */
  readonly status: number
  /** The names of the documented examples that the answer matches; several where the documents give one text two names, none where only the status is documented. */
  readonly documented: readonly Name[]
  /** The error code in the body. */
  readonly code: string | number | undefined
  /** The parsed body; where it repeated the key, the secret or the signature, these are struck out. */
  readonly body: Body

  constructor(facts: DocumentedErrorFacts<Name, Body>) {
    const names = facts.documented.length === 0 ? '' : ` (${facts.documented.join(', ')})`
    super(
      `${facts.provider} ${facts.operation}: answered ${facts.status}${names}${facts.text ? `: ${facts.text}` : '.'}`,
    )
    this.provider = facts.provider
    this.operation = facts.operation
    this.status = facts.status
    this.documented = facts.documented
    this.code = facts.code
    this.body = facts.body
  }
}

/** What the user asked of any `assay pact` command. */
export interface PactFlags {
  /** A pact file. */
  readonly pact?: string
}

/** What the user asked of `assay pact verify`. */
export interface VerifyFlags extends PactFlags {
  readonly baseUrl?: string
  readonly set: readonly string[]
  readonly budget?: number
  /** Requests a second. */
  readonly rate?: number
  /** Seconds. */
  readonly timeout?: number
  readonly report: readonly string[]
  readonly production?: true
}

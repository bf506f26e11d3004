import type { PactFlags } from './pact-flags.ts'

/** What the user asked of `assay pact publish`. */
export interface PublishFlags extends PactFlags {
  readonly appVersion?: string
  readonly branch?: string
  /** Publish what the verification of the pacts at the broker comes to, instead of pacts. */
  readonly results?: true
}

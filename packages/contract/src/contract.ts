import type { AccountProfile } from './account-profile.ts'
import type { Callback } from './callback.ts'
import type { Evidence, Strength } from './evidence.ts'
import type { Operation } from './operation.ts'

/** Everything a provider documents, read once and frozen: all that comes after reads this and no YAML. */
export interface Contract {
  /** The version of this format. */
  readonly version: 1
  readonly provider: string
  readonly title: string
  /** SHA-256 (hex) over the contract's canonical JSON without this member. */
  readonly sha256: string
  readonly pages: readonly Page[]
  readonly operations: readonly Operation[]
  /** What is known of the requests that the provider sends to the merchant; none of it stands on the pages. */
  readonly callbacks: readonly Callback[]
  /** What the account of the built-in mock holds, and which values any account may be expected to take. */
  readonly account: AccountProfile
  /** What the overlay changed, and why. */
  readonly corrections: readonly Correction[]
  /** Examples that the documents contradict themselves. */
  readonly contradictions: readonly Contradiction[]
}

/** A page that was read. */
export interface Page {
  readonly id: string
  readonly title: string
  readonly url?: string
  /** ISO 8601 date. */
  readonly read?: string
  /** SHA-256 (hex) of the page's bytes. */
  readonly sha256?: string
}

/** One overlay action that corrects what a page says. */
export interface Correction {
  /** The defect's id, where the overlay names one. */
  readonly defect?: string
  /** What is wrong and how it is read, in Assay's words. */
  readonly says: string
  /** The JSONPath expression (RFC 9535) of the action. */
  readonly target: string
  readonly strength: Strength
  readonly evidence: readonly Evidence[]
}

/** An example on a page that the page's own schema refuses. */
export interface Contradiction {
  /** JSON Pointer of the example in `openapi.yaml`. */
  readonly example: string
  /** JSON Pointer into the example. */
  readonly at: string
  /** The schema keyword that refuses it. */
  readonly keyword: string
  /** One sentence. */
  readonly says: string
}

import type { AccountProfile, Currency } from '@assay/contract'
import type { Credentials } from '@assay/signing'

/** What a rule may ask about the account that a request belongs to, and what was created in it. */
export interface Account {
  /** Unix time in milliseconds. */
  now(): number
  readonly credentials: Credentials
  readonly profile: AccountProfile
  /** The currency with this code, where the account knows it. */
  currency(code: string): Currency | undefined
  /** Whether a reference was used before, at a pointer of the request body. */
  taken(pointer: string, reference: string): boolean
  /** Whether a named state is on: `client-disabled`, `exchange-rate-unavailable`. */
  inState(state: string): boolean
}

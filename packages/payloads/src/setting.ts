import type { Json } from '@assay/contract'
import type { Account } from '@assay/rules'

/** For whom payloads are made. */
export interface Setting {
  readonly account: Account
  /** Whether the account is the provider's under test, limits included: true for the built-in mock, false for any other. */
  readonly accountKnown: boolean
  /** Request fields fixed by the user: JSON Pointer into the body to value. They fix valid payloads only. */
  readonly pins?: ReadonlyMap<string, Json>
}

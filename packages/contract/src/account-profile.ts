import type { Json } from './json.ts'

/**
 * What the built-in mock's account holds, declared under `x-account`. Certification of another provider takes from it only what stands on the
 * provider's pages: currencies marked `page`.
 */
export interface AccountProfile {
  readonly currencies: readonly Currency[]
  /** Amount limits, as decimal strings in one currency; amounts in other currencies are not limited. */
  readonly amount?: { readonly currency: string; readonly minimum: string; readonly maximum: string }
  /** Shortest and longest lifetime in seconds. */
  readonly lifetime?: { readonly minimum: number; readonly maximum: number }
  /** Pairs of currency codes, from and to, between which there is no exchange rate. */
  readonly withoutRate?: readonly (readonly [string, string])[]
  /** Values that only the account knows, by JSON Pointer into the request body: those the mock takes. Where a pointer is missing, it takes any. */
  readonly values: { readonly [pointer: string]: readonly Json[] }
  /** Base of the hosted links and the like that the mock answers with. */
  readonly link?: string
}

/** A currency code of the account. */
export interface Currency {
  readonly code: string
  readonly type: 'fiat' | 'crypto'
  /** Most digits after the decimal point. */
  readonly decimals: number
  /** Networks it may travel on; absent for fiat and where codes name the network themselves. */
  readonly networks?: readonly string[]
  /** Those of the networks that a page shows. Absent: all of them. */
  readonly pageNetworks?: readonly string[]
  /** Whether a provider's page shows it, so that any account may be expected to take it. */
  readonly page: boolean
  /** Known to the provider and switched off for the account. */
  readonly disabled?: boolean
  /** An amount any gateway takes, as decimal strings: about 100 to 1000 EUR. Absent for fiat: 100 to 1000. */
  readonly safe?: { readonly minimum: string; readonly maximum: string }
}

import type { Level } from '@assay/certify'

/** What stands in `assay.config.ts`, `.yaml` or `.json`. Credentials do not: they come from the environment alone. */
export interface AssayConfig extends RunSettings {
  /** The JSON Schema that an editor checks the file with. */
  readonly $schema?: string
  /** `FORMAT` or `FORMAT=FILE`, as `--report` takes it; a file is meant from the folder of the config. */
  readonly report?: readonly string[]
  /** The HTTP proxy that every request goes through, without user and password. */
  readonly proxy?: string
  /** What counts for one provider only, by its id; it goes before what stands at the top. */
  readonly providers?: { readonly [provider: string]: ProviderConfig }
}

/** What may be said for all providers, or for one. */
export interface RunSettings {
  readonly seed?: number
  readonly level?: Level
  /** Most requests sent. */
  readonly budget?: number
  /** Most requests a second: `5`, or `5/s`. */
  readonly rate?: number | string
  /** Seconds until an unfinished answer counts as none. */
  readonly timeout?: number
  /** Rule ids whose failure is known, or a file with one a line, meant from the folder of the config. */
  readonly expectedFailures?: string | readonly string[]
}

/** What is set for one provider. */
export interface ProviderConfig extends RunSettings {
  /** Where it answers; the paths of its operations are appended. */
  readonly baseUrl?: string
  /** Members that valid requests must have because only the account knows them: JSON Pointer into the body to value. */
  readonly pins?: { readonly [pointer: string]: unknown }
  /** The currencies that the account takes: valid requests bear these and no others. */
  readonly currencies?: readonly (string | CurrencyConfig)[]
}

/** A currency of the account, where its code alone does not say enough. */
export interface CurrencyConfig {
  readonly code: string
  /** The networks that the account takes it on. */
  readonly networks?: readonly string[]
  /** Needed for a code that the contract does not have. */
  readonly type?: 'fiat' | 'crypto'
  /** Most digits after the point; needed for a code that the contract does not have. */
  readonly decimals?: number
  /** Amounts between which valid requests stay, as decimal strings. Absent: what the contract holds safe, else 100 to 1000. */
  readonly minimum?: string
  readonly maximum?: string
}

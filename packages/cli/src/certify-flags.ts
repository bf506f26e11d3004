import type { Level, Shard } from '@assay/certify'

/** What the user asked of `assay certify`; what is absent the config may say. */
export interface CertifyFlags {
  readonly baseUrl?: string
  readonly set: readonly string[]
  readonly seed?: number
  readonly budget?: number
  /** Requests a second. */
  readonly rate?: number
  /** Seconds. */
  readonly timeout?: number
  readonly level?: Level
  readonly only?: readonly string[]
  readonly expectedFailures?: string
  readonly report: readonly string[]
  /** The JSON report on stdout. */
  readonly json?: true
  /** No progress on stderr. */
  readonly quiet?: true
  readonly shard?: Shard
  readonly production?: true
  readonly plan?: true
  /** The config file, instead of the one of the folder. */
  readonly config?: string
  /** The proxy that every request goes through. */
  readonly proxy?: string
}

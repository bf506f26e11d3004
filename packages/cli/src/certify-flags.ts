import type { Level } from '@assay/certify'

/** What the user asked of `assay certify`. */
export interface CertifyFlags {
  readonly baseUrl?: string
  readonly set: readonly string[]
  readonly seed: number
  readonly budget?: number
  /** Requests a second. */
  readonly rate?: number
  /** Seconds. */
  readonly timeout?: number
  readonly level: Level
  readonly only?: readonly string[]
  readonly expectedFailures?: string
  readonly report: readonly string[]
  /** The JSON report on stdout. */
  readonly json?: true
  /** No progress on stderr. */
  readonly quiet?: true
  readonly production?: true
  readonly plan?: true
}

import type { Json } from '@assay/contract'
import type { Credentials } from '@assay/signing'
import type { Level } from './level.ts'
import type { Shard } from './plan/shard.ts'
import type { ReportEvidence } from './report/report.ts'

/** What a certification needs to know. */
export interface CertifyOptions {
  /** Absolute http or https URL; the operation's path is appended to it. No other origin is ever contacted. */
  readonly baseUrl: string
  readonly credentials: Credentials
  /** Any integer: the same seed plans the same cases. */
  readonly seed: number
  /** Part of every reference: 3 to 16 of a-z and 0-9. Absent: drawn anew, so that no two runs share a reference. */
  readonly runId?: string
  /** Absent: `standard`. */
  readonly level?: Level
  /** Most requests sent. Absent: 500 beyond loopback, else unlimited. */
  readonly budget?: number
  /** Most requests a second. Absent: 5 beyond loopback, else unlimited. */
  readonly rate?: number
  /** Seconds until an unfinished answer counts as none. Absent: 5. After three such answers it is 1. */
  readonly timeoutSeconds?: number
  /** Rule ids: only cases that test these are planned. */
  readonly only?: readonly string[]
  /** Values of request members by JSON Pointer that valid payloads must have, because only the account knows them. */
  readonly pins?: ReadonlyMap<string, Json>
  /** Rule ids whose failure is known. One that passes, or that the contract does not have, counts as a finding. */
  readonly expectedFailures?: readonly string[]
  /** Whether the account under test is the one that the contract describes: true for the built-in mock alone. Absent: false. */
  readonly accountKnown?: boolean
  /** Unix time in milliseconds. Absent: the system's. */
  readonly clock?: () => number
  /** Sends requests instead of the network: how a mock in the same process is certified. */
  readonly transport?: (request: Request) => Promise<Response>
  /** URL of the HTTP proxy that every request goes through. Absent: none. */
  readonly proxy?: string
  /** The part of the plan to carry out. Absent: the whole. */
  readonly shard?: Shard
  /** What the report is to carry as evidence, beside what the run knows. */
  readonly evidence?: Omit<ReportEvidence, 'digest'>
  /** Ends the run early; the report says that it is incomplete. */
  readonly signal?: AbortSignal
}

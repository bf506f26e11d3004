import type { ProviderId } from '../providers/known-providers.ts'

/** A provider that is wrong in one way. */
export interface Fault {
  readonly provider: ProviderId
  readonly trait: string
  /** Rules, one of which has to be named. */
  readonly named: readonly string[]
  /** Part of the small sample that every test run takes. */
  readonly sample?: true
  /** An exception, with why no certification tells the fault. Once one does, the entry fails. */
  readonly known?: 'not caught yet'
  readonly reason?: string
}

/** A provider that is right and unusual. */
export interface Variant {
  readonly provider: ProviderId
  readonly traits: readonly string[]
  readonly sample?: true
}

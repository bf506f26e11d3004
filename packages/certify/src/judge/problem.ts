import type { Evidence } from '@assay/contract'
import type { Blame, FindingExpectation, FindingObservation } from '../report/report.ts'

/** A difference seen once, before it is confirmed. */
export interface Problem {
  /** The id of the rule that is broken. */
  readonly rule: string
  /** One sentence: what is wrong. */
  readonly says: string
  readonly expected: FindingExpectation
  readonly observed: FindingObservation
  readonly blame: Blame
  readonly evidence: readonly Evidence[]
  /** A valid request was refused: which rule that is about may have to be looked for. */
  readonly isRefusal?: true
}

import type { Rule } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { Course, Expectation } from '../case.ts'
import type { HygieneId } from '../judge/hygiene-rules.ts'
import type { Phase } from '../phase.ts'

/** A case before it is numbered and bears its own reference. */
export interface PlannedCase {
  /** What follows the phase in the case's id. */
  readonly name: string
  readonly phase: Phase
  readonly rule?: Rule
  readonly hygiene?: HygieneId
  readonly way: string
  readonly draft: Draft
  readonly expectation: Expectation
  readonly course?: Course
  readonly round: number
  /** The request stands at a limit that the provider's own error text named. */
  readonly learned?: true
}

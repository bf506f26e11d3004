import type { Phase } from './phase.ts'
import type { RecordedExchange } from './recorded-exchange.ts'
import type { ReplayRecipe } from './replay/replay-recipe.ts'
import type { Finding, Note, Report } from './report/report.ts'

/** What a certification tells while it runs, in this order: a start, the doctor, phases with their cases, an end. */
export type CertifyEvent =
  | StartedEvent
  | {
      readonly type: 'doctor-finished'
      readonly ready: boolean
      readonly says: string
      readonly exchanges: readonly RecordedExchange[]
    }
  | { readonly type: 'phase-started'; readonly phase: Phase; readonly cases: number }
  | CaseFinishedEvent
  /** A difference that was confirmed; of each rule the first few are told. */
  | { readonly type: 'finding'; readonly rule: string; readonly finding: Finding }
  | { readonly type: 'note'; readonly note: Note }
  | { readonly type: 'finished'; readonly report: Report }

/** A run begins. */
export interface StartedEvent {
  readonly type: 'started'
  readonly provider: string
  readonly target: string
  readonly seed: number
  readonly runId: string
  readonly level: string
  /** Cases planned. */
  readonly cases: number
  /** ISO 8601, UTC. */
  readonly startedAt: string
}

/** A case was sent and judged, or set aside because nothing could be learned from it. */
export interface CaseFinishedEvent {
  readonly type: 'case-finished'
  readonly case: string
  readonly phase: Phase
  /** What the case does, in words. */
  readonly way: string
  /**
   * Ids of the rules that the case tests: first the one it is for, then those of the contract that its answer showed something of. What every answer
   * is tested for, such as `http.no-server-error`, is not among them.
   */
  readonly rules: readonly string[]
  readonly outcome: 'kept' | 'broken' | 'set-aside'
  /** Rules that the answer broke. */
  readonly broken: readonly string[]
  /** Why it was set aside. */
  readonly says?: string
  /** What sends its request again; absent where a credential stands in the body. */
  readonly replay?: ReplayRecipe
  /** Every exchange that the case took, second looks included, in the order they left. Told, and kept by nobody. */
  readonly exchanges: readonly RecordedExchange[]
}

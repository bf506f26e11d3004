import type { ReplayRecipe } from './replay-recipe.ts'

/** A case as a report or an event log keeps it. */
export interface RecordedCase {
  readonly case: string
  /** Rules that its answer broke. */
  readonly broken: readonly string[]
  readonly replay: ReplayRecipe
  /** What came then; absent where no whole answer did. */
  readonly answer?: {
    readonly status: number
    readonly contentType?: string
    readonly body: string
    readonly cut: boolean
  }
}

/** What came of sending a recorded case again. */
export interface Replayed {
  readonly case: string
  /** `fixed`: a rule that was broken is kept now; `broken`: one that was kept is broken now; `unsent`: nothing can be said. */
  readonly outcome: 'same' | 'changed' | 'fixed' | 'broken' | 'unsent'
  /** Rules broken then, and now. */
  readonly before: readonly string[]
  readonly now: readonly string[]
  readonly status?: number
  /** What is different, a sentence each. */
  readonly says: readonly string[]
}

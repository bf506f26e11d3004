import type { Evidence, Json, Outcome, Role, RuleAnswer, RuleSide, Strength } from '@assay/contract'
import type { Shard } from '../plan/shard.ts'
import type { ReplayRecipe } from '../replay/replay-recipe.ts'

/** The outcome of a certification. Members are added freely and never renamed. */
export interface Report {
  readonly version: 1
  readonly provider: string
  /** The base URL that was certified. */
  readonly target: string
  readonly seed: number
  /** Part of every reference that the run sent. */
  readonly runId: string
  readonly level: string
  /** The part of a certification that it is of. */
  readonly shard?: Shard
  /** The shards that it was merged from. */
  readonly shards?: readonly (Shard & { readonly runId: string })[]
  readonly contract: { readonly sha256: string }
  readonly verdict: Verdict
  /** One sentence, where the verdict is inconclusive. */
  readonly reason?: string
  /** False where the run was interrupted: what is missing was not tested. */
  readonly complete: boolean
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly durationMs: number
  readonly requests: number
  readonly summary: Summary
  readonly rules: readonly RuleReport[]
  /** What makes it hold later: versions, hashes of the documents, and a digest over itself. */
  readonly evidence?: ReportEvidence
  /** What was certified against. */
  readonly documents?: Documents
  readonly timings?: Timings
  readonly expectedFailures?: readonly ExpectedFailure[]
  readonly notes: readonly Note[]
  /** What the run created at the provider, for clean-up. */
  readonly created: readonly Created[]
}

/** Whether the provider does what it documents. */
export type Verdict = 'conforms' | 'findings' | 'inconclusive'

/** What a report rests on. */
export interface ReportEvidence {
  /** Of Assay and of Node. */
  readonly versions: { readonly [name: string]: string }
  /** SHA-256 (hex) of the bytes of the documents that the contract was read from, by file name; absent where they were not at hand. */
  readonly documents?: { readonly [file: string]: string }
  /** SHA-256 (hex) over the report itself without this member. */
  readonly digest?: string
}

/** What of a provider's documents a reader of the report needs. */
export interface Documents {
  readonly title: string
  readonly pages: readonly {
    readonly id: string
    readonly title: string
    readonly url?: string
    readonly read?: string
  }[]
  readonly operations: readonly DocumentedOperation[]
  /** Where the documents contradict themselves, or are wrong, and how they are read. */
  readonly corrections: readonly {
    readonly defect?: string
    readonly says: string
    readonly strength: Strength
    readonly evidence: readonly Evidence[]
  }[]
}

/** An operation, as far as one is compared with another. */
export interface DocumentedOperation {
  readonly id: string
  readonly method: string
  readonly path: string
  /** What the fields of its request mean. */
  readonly roles: readonly Role[]
  /** Names of its request's fields at the top. */
  readonly fields: readonly string[]
  readonly contentType?: string
  /** How a request is signed; without an algorithm it carries a key alone. */
  readonly signing?: {
    readonly headers: readonly string[]
    readonly algorithm?: string
    readonly encoding?: string
    readonly message?: readonly string[]
  }
  /** Documented statuses, each with the names of its examples. */
  readonly answers: readonly { readonly status: string; readonly examples: readonly string[] }[]
}

/** How long exchanges took. */
export interface Timings {
  readonly exchanges: number
  /** Milliseconds, all together. */
  readonly totalMs: number
  readonly slowestMs: number
  /** The id of the case with the slowest exchange. */
  readonly slowest?: string
  /** How many exchanges took at most so many milliseconds and more than the bucket before; the last bucket has no limit. */
  readonly buckets: readonly { readonly uptoMs?: number; readonly exchanges: number }[]
}

/** How many rules and cases came out how. */
export interface Summary {
  readonly rules: number
  readonly pass: number
  readonly fail: number
  readonly notTested: number
  /** Cases that were judged. */
  readonly cases: number
  /** Cases that were not sent, because they could not be shown to be what they claim. */
  readonly dropped: number
}

/** What the run says of one rule. */
export interface RuleReport {
  readonly id: string
  readonly verdict: 'pass' | 'fail' | 'not-tested'
  readonly strength: Strength
  readonly says: string
  readonly evidence: readonly Evidence[]
  /** The id of the operation it belongs to. What every provider owes belongs to none, and has none of the six members that follow. */
  readonly operation?: string
  readonly kind?: string
  readonly side?: RuleSide
  /** JSON Pointer into the body of the request or answer. */
  readonly at?: string
  readonly outcome?: Outcome
  /** What the kind knows: limits, lists, names. */
  readonly parameters?: { readonly [name: string]: Json }
  /** The documented error of a request that breaks it. */
  readonly answer?: RuleAnswer
  /** How a contradiction in the documents is resolved here. */
  readonly reading?: string
  /** How often the provider accepted and refused what breaks the rule, where the documents leave that open. */
  readonly open?: { readonly accepted: number; readonly refused: number }
  /** Cases that tested the rule. */
  readonly cases: number
  /** How many cases failed it; the first few of them stand in `findings`. */
  readonly failed: number
  readonly findings: readonly Finding[]
  /** The limit that no document states, as the provider's own error text names it. */
  readonly learned?: Learned
  /** Why the rule was not tested. */
  readonly reason?: string
  /** The failure was expected, so it does not count. */
  readonly expected?: true
}

/** A limit read out of an error text, or found by halving. */
export interface Learned {
  /** A decimal; of the first currency that taught one, where each has its own. */
  readonly limit: string
  /** `seconds`, `decimal places`, or the code of a currency. */
  readonly unit: string
  /** By currency code, where each has its own. */
  readonly currencies?: { readonly [code: string]: string }
  /** Set where no text named it and values on both sides of it were tried. */
  readonly by?: 'halving'
}

/** One observed difference between provider and contract. */
export interface Finding {
  /** The id of the case. */
  readonly case: string
  /** One sentence: what is wrong. */
  readonly says: string
  readonly expected: FindingExpectation
  readonly observed: FindingObservation
  /** The smallest request found that shows it. */
  readonly request: FindingRequest
  readonly response?: FindingResponse
  /** The accepted payload that differs least from the request's, where it is the payload that matters. */
  readonly nearest?: FindingNearest
  readonly blame: Blame
  readonly evidence: readonly Evidence[]
  /** What sends the request again; absent where a credential stands in its body. */
  readonly replay?: ReplayRecipe
  /** A bash line that sends the request again; it takes the credentials from environment variables. */
  readonly curl?: string
}

/** Whose fault a finding is. */
export type Blame = 'provider' | 'documents' | 'configuration' | 'network'

/** What the contract says had to come. */
export interface FindingExpectation {
  readonly outcome: 'accepted' | 'refused' | 'answered' | 'kept'
  readonly status?: readonly (number | string)[]
  readonly says: string
}

/** What came. */
export interface FindingObservation {
  readonly status?: number
  /** The transport fault, where no answer came. */
  readonly fault?: string
  readonly says: string
}

/** A payload that was accepted, and where the one of a finding differs from it. */
export interface FindingNearest {
  readonly body: string
  /** By JSON Pointer; `accepted` or `sent` is absent where nothing stands there. References differ in every request and are not told. */
  readonly differs: readonly { readonly at: string; readonly accepted?: Json; readonly sent?: Json }[]
}

/** A request as it was sent, without credentials. */
export interface FindingRequest {
  readonly method: string
  readonly url: string
  readonly headers: { readonly [name: string]: string }
  readonly body: string
}

/** An answer as it came, bounded, without credentials. */
export interface FindingResponse {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly body: string
}

/** Worth knowing, and nobody's fault. */
export interface Note {
  readonly rule?: string
  readonly says: string
}

/** Something the run created. */
export interface Created {
  readonly case: string
  readonly reference?: string
  readonly id?: string
}

/** What became of an expected failure: `failed` as expected, or stale because the rule passed, was not tested, or is unknown. */
export interface ExpectedFailure {
  readonly rule: string
  readonly outcome: 'failed' | 'passed' | 'not-tested' | 'unknown'
}

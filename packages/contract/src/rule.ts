import type { Evidence, Strength } from './evidence.ts'
import type { Json } from './json.ts'

/** Which half of an exchange a rule speaks of. */
export type RuleSide = 'request' | 'answer'

/**
 * What breaking the rule leads to. `must-refuse`: the provider refuses the request. `must-hold`: the provider's answer keeps it.
 * `unspecified`: either way passes, and the report says which the provider chose.
 */
export type Outcome = 'must-refuse' | 'must-hold' | 'unspecified'

/** The documented error that a refused request gets. */
export interface RuleAnswer {
  /** Accepted HTTP status codes, the documented one first. Empty: no page tells, any 4xx passes. */
  readonly status: readonly number[]
  /** The name of the error example, in the answer of the first status or, without one, in any answer. */
  readonly example?: string
}

/** A condition on the request under which a rule applies; all members given must be true. */
export interface Premise {
  /** JSON Pointer into the request body. */
  readonly at: string
  readonly present?: boolean
  /** Whether the value is the empty string, object or array. */
  readonly empty?: boolean
  readonly equals?: Json
  /** The value is a currency code of this type in the account. */
  readonly currency?: 'fiat' | 'crypto'
}

/** One documented statement that can be checked. */
export interface Rule {
  /** Stable within the contract: `amount.too-many-decimals`. */
  readonly id: string
  /** The rule kind: a JSON Schema keyword, or a kind declared under `x-rules`. */
  readonly kind: string
  readonly side: RuleSide
  /** JSON Pointer into the body of the request or answer: the value the rule speaks of. `''` is the whole body. */
  readonly at: string
  /** The rule in one sentence, in Assay's words. */
  readonly says: string
  readonly strength: Strength
  readonly outcome: Outcome
  readonly evidence: readonly Evidence[]
  /** Other rows of the documents that state the same fact, by id. */
  readonly also?: readonly string[]
  readonly answer?: RuleAnswer
  /** How a contradiction in the documents is resolved here. */
  readonly reading?: string
  readonly when?: readonly Premise[]
  /** Of an answer rule: the documented answers (`200`, `2XX`) that it speaks of. */
  readonly responses?: readonly string[]
  /** What the kind needs to know: limits, lists, names. Its shape is the kind's. */
  readonly parameters: { readonly [name: string]: Json }
}

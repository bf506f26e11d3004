import type { Json, Operation, Rule } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { HygieneId } from './judge/hygiene-rules.ts'
import type { Phase } from './phase.ts'

/** One request that the suite sends, with what the contract says must come back. */
export interface Case {
  /** Stable and readable: `refuses/amount.too-many-decimals/1`. */
  readonly id: string
  /** The place in the plan, from 1: part of the request's reference. */
  readonly number: number
  readonly phase: Phase
  readonly operation: Operation
  /** The rule that is broken, or at whose edge the request stands. */
  readonly rule?: Rule
  /** The id of the hygiene rule that the case is for. */
  readonly hygiene?: HygieneId
  /** What the case does, in words. */
  readonly way: string
  readonly draft: Draft
  readonly expectation: Expectation
  /** How it is sent, where that is more than one request after another. */
  readonly course?: Course
  /** 1 for what shows a rule at all, higher for what only shows it again: the first to go where a budget is short. */
  readonly round: number
  /** The request stands at a limit that the provider's own error text named: a refusal is no lack of the account. */
  readonly learned?: true
}

/** What the contract says of the answer to a case. */
export type Expectation =
  /** The documented success. */
  | { readonly outcome: 'accepted' }
  /** A refusal with one of these statuses, the documented one first; none: any 4xx. */
  | { readonly outcome: 'refused'; readonly status: readonly number[] }
  /** The documents leave it open. */
  | { readonly outcome: 'either' }
  /** Outside what any page promises: a refusal is a measured limit, an accepted one is judged in full. */
  | { readonly outcome: 'probe' }
  /** Any 2xx or 4xx will do: nothing is judged but what every provider owes. */
  | { readonly outcome: 'any' }

/** How the requests of a case follow each other. */
export type Course =
  /** So many equal requests at the same moment: one may be accepted. */
  | { readonly kind: 'at-once'; readonly times: number }
  /** The request without a member it needs goes first and is refused; then the whole one is accepted. */
  | { readonly kind: 'after-refusal'; readonly without: string }
  /**
   * The request goes first with other values at some places, or the text at `inOtherCase` in the other case of letters, and is accepted, and perhaps one with
   * another reference after it; then it goes as it is.
   */
  | {
      readonly kind: 'after-earlier'
      readonly other: readonly PlacedValue[]
      readonly between: boolean
      readonly inOtherCase?: string
    }

/** A value for a place in a body. */
export interface PlacedValue {
  /** JSON Pointer. */
  readonly at: string
  readonly value: Json
}

/** A case that could not be shown to be what it claims, so it is not sent. */
export interface DroppedCase {
  readonly rule?: string
  readonly way: string
  /** One sentence. */
  readonly says: string
}

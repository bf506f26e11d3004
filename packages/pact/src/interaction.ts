import type { Operation, Rule } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { ProviderState } from './states/provider-state.ts'
import type { Matcher, Template } from './template/matchers.ts'
import type { PlainJson } from './template/plain-json.ts'

/** One request of a client and the answer it relies upon, with what must be so at the provider before. */
export interface Interaction {
  /** Stable and readable: `refuses/amount.missing`. */
  readonly id: string
  /** What it is called in the pact; no two of a pact are called the same. */
  readonly description: string
  readonly operation: Operation
  /** The rule that the request breaks; absent: it is accepted. */
  readonly rule?: Rule
  readonly states: readonly ProviderState[]
  /** The request as the client is given it, and how its sending goes wrong, where that is the point. */
  readonly draft: Draft
  readonly request: {
    readonly headers: Readonly<Record<string, string | Matcher<string>>>
    readonly body: Template
  }
  readonly answer: {
    /** The documented status, and others that count as it. Of a rule whose status no page tells: any 4xx. */
    readonly status: number
    readonly others: readonly number[] | 'any 4xx'
    /** An answer as the contract describes it. */
    readonly example: PlainJson
    readonly body: Template
  }
}

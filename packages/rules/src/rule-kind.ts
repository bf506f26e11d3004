import type { AccountProfile, Answer, Json, JsonSchema, Operation, Premise, Rule } from '@assay/contract'
import type { Arbitrary } from 'fast-check'
import type { ZodType } from 'zod'
import type { Account } from './account.ts'
import type { Draft, Way } from './draft.ts'
import type { Exchange, ReceivedAnswer, ReceivedRequest } from './exchange.ts'
import { type Judgement, kept } from './judgement.ts'
import { sentAt } from './sent-at.ts'

/** A rule whose parameters have its kind's shape. */
export type RuleOf<Parameters> = Omit<Rule, 'parameters'> & { readonly parameters: Parameters }

/**
 * When a provider looks at a rule: who asks (`authenticate`), whether the body can be read (`parse`), whether the account may ask (`admit`), what is
 * there and of which type (`require`), each value by itself (`examine`), values together and against the account (`validate`), what was there
 * before (`remember`). A rule is not judged on a value that an earlier stage found wrong: an empty code is empty, not unknown.
 */
export type Stage = (typeof stages)[number]

/** The stages in their order. */
export const stages = ['authenticate', 'parse', 'admit', 'require', 'examine', 'validate', 'remember'] as const

/**
 * What a kind may use to make drafts that break a rule or stand at its edge. Where there is no value or draft of a sort, asking for it or drawing it throws
 * a NoSuchValueError.
 */
export interface Bench {
  readonly operation: Operation
  readonly account: Account
  /** Whether the account's limits and switched-off currencies are those of the provider under test: true for the built-in mock, false for any other. */
  readonly accountKnown: boolean
  /** The schema of the value at a pointer of the request body, with everything the other rules ask of it; undefined where none is declared. */
  schemaAt(pointer: string): JsonSchema | undefined
  /** Values a schema accepts. */
  valuesOf(schema: JsonSchema): Arbitrary<Json>
  /** Drafts that keep every rule, have a value at the pointer, its parents included, and meet the premises (see `narrowToPremises`). */
  having(pointer: string, premises?: readonly Premise[]): Arbitrary<Draft>
  /** Whether a draft breaks a rule and no other, judged on the bytes that would be sent. */
  breaksOnly(draft: Draft, rule: Pick<Rule, 'id'>): boolean
}

/** A kind of rule about the request: the mock enforces it, the generator breaks it, the certifier tests it. */
export interface RequestRuleKind<Parameters> {
  readonly kind: string
  readonly side: 'request'
  readonly stage: Stage
  /** Checked when the contract is read. */
  readonly parameters: ZodType<Parameters>
  /** Set where no request can break the rule: it speaks of a state, or of what no program can check. */
  readonly withoutWays?: true
  /** The places in the body that `holds` looks at, where they are others than the rule's own `at`. */
  reads?(rule: RuleOf<Parameters>): readonly string[]
  /**
   * Whether a received request keeps the rule; its premises (`when`) are the caller's. Values of a wrong JSON type keep every rule but `type`:
   * one fault, one rule. Null counts as absent.
   */
  holds(request: ReceivedRequest, rule: RuleOf<Parameters>, account: Account, operation: Operation): Judgement
  /**
   * What `holds` says of the value at the rule's place, in a kind that looks at nothing else of the request: without a value there such a rule is
   * kept. See {@link defineValueRule}.
   */
  holdsOf?(value: Json, rule: RuleOf<Parameters>, account: Account, operation: Operation): Judgement
  /** Drafts that break this rule and no other, made from valid ones: each way minimal or just over the edge. */
  breaks(valid: Arbitrary<Draft>, rule: RuleOf<Parameters>, bench: Bench): readonly Way[]
  /** Drafts that stand exactly at the rule's limit and must pass. */
  edges(valid: Arbitrary<Draft>, rule: RuleOf<Parameters>, bench: Bench): readonly Way[]
  /** The request schema with what the rule asks added to it, so that valid payloads are made, not searched for. */
  narrows?(schema: JsonSchema, rule: RuleOf<Parameters>, account: Account): JsonSchema
  /** Reads the limit out of the provider's documented error text. */
  learns?(answer: ReceivedAnswer, rule: RuleOf<Parameters>, operation: Operation): string | undefined
  /** What a learned limit counts; with the pointer of the currency's code where each currency has a limit of its own. */
  measure?(rule: RuleOf<Parameters>, profile: AccountProfile): Measure
  /**
   * An account's profile with a learned limit, of one currency where `code` names one. Without a limit nothing is too little or too much, as far as the
   * profile can say so.
   */
  withLimit?(
    profile: AccountProfile,
    rule: RuleOf<Parameters>,
    limit: string | undefined,
    code?: string,
  ): AccountProfile
  /** How the limit is looked for by trying values, where no text names it; undefined where this account or this rule has nothing to try. */
  searches?(rule: RuleOf<Parameters>, bench: Bench): LimitSearch | undefined
}

/** How a limit is looked for by trying values. Values are decimals, in what the rule's measure counts. */
export interface LimitSearch {
  /** Which values a provider takes: those up to the limit, or those from it on. */
  readonly takes: 'up-to' | 'from'
  /** Values that lie within most limits, the likeliest first. */
  readonly likely: readonly string[]
  /** A value that lies beyond every limit. */
  readonly beyond: string
  /** The distance of neighbouring values. */
  readonly step: string
  /** Drafts with a value, otherwise valid. */
  drafts(value: string): Arbitrary<Draft>
}

/** How a limit is counted. */
export interface Measure {
  /** `seconds`, `decimal places`, or the code of a currency. */
  readonly unit: string
  /** JSON Pointer to the code of the currency that the limit belongs to. Absent: it is one for all. */
  readonly per?: string
}

/** A kind of rule about the answer: a mock builds by it, a certifier judges by it. */
export interface AnswerRuleKind<Parameters> {
  readonly kind: string
  readonly side: 'answer'
  readonly parameters: ZodType<Parameters>
  /** Whether the rule speaks of answers with this status. Absent: of those listed in its `responses`. */
  applies?(status: number, rule: RuleOf<Parameters>): boolean
  /** Whether an answer keeps the rule. */
  holds(exchange: Exchange, rule: RuleOf<Parameters>, account: Account, operation: Operation): Judgement
  /** The same answer, wrong in this rule: how a mock on which the rule is switched off answers. Empty only where this request leaves nothing to get wrong. */
  breaks(
    answer: AnswerDraft,
    rule: RuleOf<Parameters>,
    exchange: Pick<Exchange, 'request'>,
    operation: Operation,
  ): readonly AnswerDraft[]
  /** The values a right provider puts into its answer, by place; what is not made is left to the schema. */
  makes?(request: ReceivedRequest, rule: RuleOf<Parameters>, account: Account): readonly Made[]
}

/** A value of an answer, made by a rule. */
export interface Made {
  /** JSON Pointer into the body of the answer. */
  readonly at: string
  readonly value: Json
}

/** An answer before it is serialised. */
export interface AnswerDraft {
  readonly status: number
  readonly contentType: string
  readonly body: Json
  /** The documented answer it follows. */
  readonly answer: Answer
}

/** Any kind, its parameters unknown: how the list of all kinds holds them. */
// biome-ignore lint/suspicious/noExplicitAny: a list of kinds has no one parameter type; each kind checks its own when the contract is read.
export type RuleKind = RequestRuleKind<any> | AnswerRuleKind<any>

/** Gives a request kind its parameter type from its schema. */
export function defineRequestRule<Parameters>(
  kind: Omit<RequestRuleKind<Parameters>, 'side'>,
): RequestRuleKind<Parameters> {
  return { side: 'request', ...kind }
}

/** Gives a kind that looks at one value of the request its `holds`: whoever judges many rules looks that value up once for all of them. */
export function defineValueRule<Parameters>(
  kind: Omit<RequestRuleKind<Parameters>, 'side' | 'holds' | 'reads'> &
    Required<Pick<RequestRuleKind<Parameters>, 'holdsOf'>>,
): RequestRuleKind<Parameters> {
  return {
    side: 'request',
    ...kind,
    holds(request, rule, account, operation) {
      const value = sentAt(request.body, rule.at)
      return value === undefined ? kept : kind.holdsOf(value, rule, account, operation)
    },
  }
}

/** Gives an answer kind its parameter type from its schema. */
export function defineAnswerRule<Parameters>(
  kind: Omit<AnswerRuleKind<Parameters>, 'side'>,
): AnswerRuleKind<Parameters> {
  return { side: 'answer', ...kind }
}

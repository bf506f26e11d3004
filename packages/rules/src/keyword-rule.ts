import type { Json, JsonSchemaObject } from '@assay/contract'
import type { Arbitrary } from 'fast-check'
import { type ZodType, z } from 'zod'
import type { Draft, Way } from './draft.ts'
import { broken, kept } from './judgement.ts'
import { type Bench, defineValueRule, type RequestRuleKind, type RuleOf, type Stage } from './rule-kind.ts'

/** The parameters of a rule derived from a schema keyword: its value, and values that are plainly wrong, where a page tells some. */
export interface KeywordParameters<Value> {
  readonly value: Value
  readonly wrong?: readonly Json[] | undefined
}

/** Where a keyword rule stands, and what its drafts are made of. */
export interface Place<Value> {
  readonly at: string
  readonly limit: Value
  /** The schema of the place, empty where none is declared. */
  readonly schema: JsonSchemaObject
  /** Drafts with a value at the place. */
  readonly drafts: Arbitrary<Draft>
  readonly bench: Bench
  readonly rule: RuleOf<KeywordParameters<Value>>
}

/** A schema keyword as a rule. */
export interface Keyword<Value> {
  readonly kind: string
  readonly stage?: Stage
  readonly value: ZodType<Value>
  /** Whether the keyword says anything about this value: values of other types keep it. */
  applies(value: Json, limit: Value): boolean
  /** Whether the value keeps the keyword. */
  test(value: Json, limit: Value): boolean
  /** What is wrong, to follow "The value at /x": `is longer than 255 characters`. */
  says(limit: Value): string
  breaks(place: Place<Value>): readonly Way[]
  edges?(place: Place<Value>): readonly Way[]
}

/** Makes a rule kind of a schema keyword. */
export function defineKeyword<Value>(keyword: Keyword<Value>): RequestRuleKind<KeywordParameters<Value>> {
  return defineValueRule<KeywordParameters<Value>>({
    kind: keyword.kind,
    stage: keyword.stage ?? 'examine',
    parameters: z.strictObject({ value: keyword.value, wrong: z.array(z.json()).optional() }) as unknown as ZodType<
      KeywordParameters<Value>
    >,
    holdsOf(value, rule) {
      const limit = rule.parameters.value
      if (!keyword.applies(value, limit) || keyword.test(value, limit)) return kept
      return broken(`The value at ${rule.at || 'the top'} ${keyword.says(limit)}.`)
    },
    breaks: (_valid, rule, bench) => keyword.breaks(placeOf(rule, bench)),
    edges: (_valid, rule, bench) => keyword.edges?.(placeOf(rule, bench)) ?? [],
  })
}

function placeOf<Value>(rule: RuleOf<KeywordParameters<Value>>, bench: Bench): Place<Value> {
  const schema = bench.schemaAt(rule.at)
  return {
    at: rule.at,
    limit: rule.parameters.value,
    schema: typeof schema === 'object' ? schema : {},
    drafts: bench.having(rule.at, rule.when),
    bench,
    rule,
  }
}

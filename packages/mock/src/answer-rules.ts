import { type Answer, type Json, type Operation, type Rule, valueAt } from '@assay/contract'
import {
  type AnswerDraft,
  type AnswerRuleKind,
  answerApplies,
  kindOf,
  type Made,
  meetsPremises,
  type ReceivedRequest,
  schemaWithin,
} from '@assay/rules'
import { freshId } from './fresh-id.ts'
import type { MockAccount } from './mock-account.ts'
import { partsTogether } from './parts-together.ts'

/** The answer rules of an operation, as a mock uses them. */
export interface AnswerRules {
  /** What rules put into the body of an answer with a status; undefined where they put nothing. */
  madeFor(status: number, answer: Answer, request: ReceivedRequest): Json | undefined
  /** The answer, wrong in each rule that is switched off and speaks of it. */
  spoiled(draft: AnswerDraft, request: ReceivedRequest): AnswerDraft
}

interface Bound {
  readonly rule: Rule
  readonly kind: AnswerRuleKind<Rule['parameters']>
}

/** A rule that puts something into an answer. */
interface Maker {
  readonly rule: Rule
  readonly make: (request: ReceivedRequest) => readonly Made[]
}

/**
 * Binds the answer rules of an operation to their kinds.
 * @param draw Gives bytes that no other id has.
 */
export function answerRulesOf(
  operation: Operation,
  account: MockAccount,
  off: ReadonlySet<string>,
  draw: () => Uint8Array,
): AnswerRules {
  const bound = operation.rules.flatMap((rule): readonly Bound[] => {
    const kind = kindOf(rule)
    return kind.side === 'answer' ? [{ rule, kind }] : []
  })
  let drawn = 0
  const applies = ({ when }: Rule, request: ReceivedRequest): boolean =>
    when === undefined || meetsPremises(request.body, when, account)
  const speaking = (status: number): readonly Bound[] =>
    bound.filter(({ rule, kind }) => answerApplies(status, rule, kind))
  function makerOf({ rule, kind }: Bound, answer: Answer): readonly Maker[] {
    const { makes } = kind
    if (makes !== undefined) return [{ rule, make: (request) => makes(request, rule, account) }]
    if (kind.kind !== 'unique-id') return []
    const { at } = rule
    const shown = exampleAt(answer, at, account)
    return [{ rule, make: () => [{ at, value: freshId(shown, draw(), drawn++, account.now()) }] }]
  }
  const makers = new Map<number, WeakMap<Answer, readonly Maker[]>>()
  function makersOf(status: number, answer: Answer): readonly Maker[] {
    const byAnswer = makers.get(status) ?? new WeakMap<Answer, readonly Maker[]>()
    makers.set(status, byAnswer)
    const known = byAnswer.get(answer)
    if (known !== undefined) return known
    const made = speaking(status).flatMap((one) => makerOf(one, answer))
    byAnswer.set(answer, made)
    return made
  }
  return {
    madeFor(status, answer, request) {
      const parts: Made[] = []
      for (const { rule, make } of makersOf(status, answer))
        if (applies(rule, request)) for (const part of make(request)) parts.push(part)
      return partsTogether(parts)
    },
    spoiled: (draft, request) =>
      off.size === 0
        ? draft
        : speaking(draft.status)
            .filter(({ rule }) => off.has(rule.id) && applies(rule, request))
            .reduce((now, { rule, kind }) => kind.breaks(now, rule, { request }, operation)[0] ?? now, draft),
  }
}

/** What an id at a place of an answer looks like: as an example shows it, else as its schema asks. */
function exampleAt(answer: Answer, at: string, { profile }: MockAccount): Json | undefined {
  const shown = answer.examples.map((example) => valueAt(example.value, at)).find((value) => value !== undefined)
  if (shown !== undefined) return shown
  const schema = schemaWithin(answer.schema, at)
  if (typeof schema !== 'object') return undefined
  if (schema.format === 'uri' || schema.format === 'url') return profile.link ?? 'https://pay.example.com/'
  return schema.examples?.[0] ?? (schema.type === 'integer' ? 0 : undefined)
}

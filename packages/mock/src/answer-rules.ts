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
  const speaking = new Map<number, readonly Bound[]>()
  function applying(status: number, request: ReceivedRequest): readonly Bound[] {
    let about = speaking.get(status)
    if (about === undefined) {
      about = bound.filter(({ rule, kind }) => answerApplies(status, rule, kind))
      speaking.set(status, about)
    }
    return about.filter(({ rule }) => rule.when === undefined || meetsPremises(request.body, rule.when, account))
  }
  const shown = new Map<string, Json | undefined>()
  function shownAt(answer: Answer, at: string): Json | undefined {
    const key = `${answer.status} ${at}`
    if (!shown.has(key)) shown.set(key, exampleAt(answer, at, account))
    return shown.get(key)
  }
  function madeBy({ rule, kind }: Bound, answer: Answer, request: ReceivedRequest): readonly Made[] {
    if (kind.makes) return kind.makes(request, rule, account)
    if (kind.kind !== 'unique-id') return []
    return [{ at: rule.at, value: freshId(shownAt(answer, rule.at), draw(), drawn++, account.now()) }]
  }
  return {
    madeFor: (status, answer, request) =>
      partsTogether(applying(status, request).flatMap((one) => madeBy(one, answer, request))),
    spoiled: (draft, request) =>
      off.size === 0
        ? draft
        : applying(draft.status, request)
            .filter(({ rule }) => off.has(rule.id))
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

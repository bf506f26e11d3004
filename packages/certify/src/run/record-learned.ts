import { type Operation, type Rule, valueAt } from '@assay/contract'
import { type Exchange, kindOf, type Measure } from '@assay/rules'
import type { Case } from '../case.ts'
import { teachesLimit } from '../plan/teaches-limit.ts'
import type { Note } from '../report/report.ts'
import type { Performed } from './performed.ts'
import type { RunContext } from './run-context.ts'
import { addNote } from './run-state.ts'
import type { Send } from './send.ts'

/** What a rule's limit counts, where error texts can teach it; undefined for any other rule. */
export function measureOf(rule: Rule, { contract }: Pick<RunContext, 'contract'>): Measure | undefined {
  const kind = kindOf(rule)
  return kind.side === 'request' && teachesLimit(rule) ? kind.measure?.(rule, contract.account) : undefined
}

/** Whether the refusal of a valid request names a limit, which is remembered. */
export function recordNamed(context: RunContext, operation: Operation, send: Send): boolean {
  const named = send.kind === 'answered' ? namedLimit(operation, send.exchange) : undefined
  if (named === undefined || send.kind !== 'answered') return false
  remembered(context, named.rule, send.exchange, named.limit)
  return true
}

function namedLimit(operation: Operation, { answer }: Exchange): { rule: Rule; limit: string } | undefined {
  if (answer.status < 400 || answer.status >= 500) return undefined
  const named = operation.rules.flatMap((rule) => {
    const kind = kindOf(rule)
    const isDocumented = rule.answer?.status.includes(answer.status) ?? false
    if (!isDocumented || kind.side !== 'request' || !teachesLimit(rule)) return []
    const limit = kind.learns?.(answer, rule, operation)
    return limit === undefined ? [] : [{ rule, limit }]
  })
  // A text that two rules have in common names neither limit.
  return named.length === 1 ? named[0] : undefined
}

/**
 * Reads the limit that a documented refusal names and no document does. The first one stands; a note where a later text names another.
 */
export function recordLearned(context: RunContext, one: Case, { judged }: Performed): Note | undefined {
  const { rule, expectation, operation } = one
  if (rule === undefined || one.learned || expectation.outcome !== 'refused' || judged.kind !== 'answered') return
  const { answer } = judged.exchange
  const documented = expectation.status.length === 0 ? answer.status >= 400 : expectation.status.includes(answer.status)
  const measure = measureOf(rule, context)
  const kind = kindOf(rule)
  if (measure === undefined || !documented || answer.status >= 500 || kind.side !== 'request') return
  const limit = kind.learns?.(answer, rule, operation)
  const { state } = context
  if (limit === undefined) {
    state.unread.add(rule.id)
    return
  }
  const first = remembered(context, rule, judged.exchange, limit)
  if (first === undefined || first === limit) return
  return addNote(state, `The refusals name different limits: ${first} and ${limit} ${measure.unit}.`, rule.id)
}

/** Remembers a limit, unless one is known; the one that was. */
function remembered(context: RunContext, rule: Rule, { request }: Exchange, limit: string): string | undefined {
  const per = measureOf(rule, context)?.per
  const code = per === undefined ? '' : String(valueAt(request.body, per))
  const { learned } = context.state
  const limits = learned.get(rule.id) ?? new Map<string, string>()
  learned.set(rule.id, limits)
  const first = limits.get(code)
  if (first === undefined) limits.set(code, limit)
  return first
}

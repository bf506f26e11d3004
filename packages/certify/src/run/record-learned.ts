import { type Rule, valueAt } from '@assay/contract'
import { kindOf, type Measure } from '@assay/rules'
import type { Case } from '../case.ts'
import type { Note } from '../report/report.ts'
import type { Performed } from './perform-case.ts'
import type { RunContext } from './run-context.ts'
import { addNote } from './run-state.ts'

/** What a rule's limit counts, where error texts can teach it; undefined for any other rule. */
export function measureOf(rule: Rule, { contract }: Pick<RunContext, 'contract'>): Measure | undefined {
  const kind = kindOf(rule)
  if (kind.side !== 'request' || kind.learns === undefined || rule.outcome === 'unspecified') return undefined
  return kind.measure?.(rule, contract.account)
}

/**
 * Reads the limit that a documented refusal names and no document does. The first one stands; a note where a later text names another.
 */
export function recordLearned(context: RunContext, one: Case, { judged }: Performed): Note | undefined {
  const { rule, expectation, operation } = one
  if (rule === undefined || one.learned || expectation.outcome !== 'refused' || judged.kind !== 'answered') return
  const { request, answer } = judged.exchange
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
  const code = measure.per === undefined ? '' : String(valueAt(request.body, measure.per))
  const limits = state.learned.get(rule.id) ?? new Map<string, string>()
  state.learned.set(rule.id, limits)
  const first = limits.get(code)
  if (first === undefined) limits.set(code, limit)
  if (first === undefined || first === limit) return
  return addNote(state, `The refusals name different limits: ${first} and ${limit} ${measure.unit}.`, rule.id)
}

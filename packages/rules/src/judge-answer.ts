import type { Operation, Rule } from '@assay/contract'
import type { Account } from './account.ts'
import { answerApplies } from './answer-applies.ts'
import type { Exchange } from './exchange.ts'
import type { BrokenRule } from './judge-request.ts'
import { kindOf } from './kind-of.ts'
import { meetsPremises } from './meets-premises.ts'
import type { AnswerRuleKind } from './rule-kind.ts'

interface Check {
  readonly rule: Rule
  readonly kind: AnswerRuleKind<Rule['parameters']>
}

const checksOf = new WeakMap<Operation, readonly Check[]>()

/**
 * The answer rules of an operation that an answer breaks, in the contract's order. Rules that speak of other statuses keep silent, and so do rules whose
 * premises the request does not meet. Whether the request should have been refused is not asked here.
 */
export function judgeAnswer(exchange: Exchange, operation: Operation, account: Account): readonly BrokenRule[] {
  return answerChecks(operation).flatMap(({ rule, kind }): BrokenRule[] => {
    if (!answerApplies(exchange.answer.status, rule, kind)) return []
    if (!meetsPremises(exchange.request.body, rule.when, account)) return []
    const judgement = kind.holds(exchange, rule, account, operation)
    return judgement.holds ? [] : [{ rule, judgement }]
  })
}

function answerChecks(operation: Operation): readonly Check[] {
  const known = checksOf.get(operation)
  if (known !== undefined) return known
  const made = operation.rules.flatMap((rule): Check[] => {
    const kind = kindOf(rule)
    return kind.side === 'answer' ? [{ rule, kind }] : []
  })
  checksOf.set(operation, made)
  return made
}

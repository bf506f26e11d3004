import type { Rule } from '@assay/contract'
import type { AnswerRuleKind } from './rule-kind.ts'

/** Whether an answer rule speaks of answers with a status: by its kind, else by its `responses`, else of success. */
export function answerApplies(
  status: number,
  rule: Rule,
  kind: Pick<AnswerRuleKind<Rule['parameters']>, 'applies'>,
): boolean {
  if (kind.applies !== undefined) return kind.applies(status, rule)
  if (rule.responses === undefined) return status >= 200 && status < 300
  const range = `${Math.floor(status / 100)}XX`
  return rule.responses.some((documented) => documented === String(status) || documented.toUpperCase() === range)
}

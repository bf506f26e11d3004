import type { Rule } from '@assay/contract'
import { kindOf } from '@assay/rules'

/** Whether refusals can teach the limit of a rule, which no document states. */
export function teachesLimit(rule: Rule): boolean {
  const kind = kindOf(rule)
  return kind.side === 'request' && kind.learns !== undefined && rule.outcome !== 'unspecified'
}

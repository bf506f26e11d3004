import type { Operation, Rule } from '@assay/contract'
import { kindOf, type Way } from '@assay/rules'
import { payloadBench } from './payload-bench.ts'
import { provenWays } from './proven-ways.ts'
import type { Setting } from './setting.ts'
import { validDrafts } from './valid-drafts.ts'

/**
 * The ways to break a rule and no other, each minimal or just over the edge. Empty where the kind has none, or no request exists that breaks this
 * rule alone.
 */
export function breakingWays(operation: Operation, rule: Rule, setting: Setting): readonly Way[] {
  const kind = kindOf(rule)
  if (kind.side !== 'request') return []
  const bench = payloadBench(operation, setting)
  const valid = validDrafts(operation, setting)
  return provenWays(
    () => kind.breaks(valid, rule, bench),
    (draft) => bench.breaksOnly(draft, rule),
  )
}

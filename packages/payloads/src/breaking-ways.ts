import type { Operation, Rule } from '@assay/contract'
import { kindOf, type Way } from '@assay/rules'
import { drawnFrom } from './drawn-from.ts'
import { payloadBench } from './payload-bench.ts'
import type { Setting } from './setting.ts'
import { validDrafts } from './valid-drafts.ts'
import { waysToDraw } from './ways-to-draw.ts'

/**
 * The ways to break a rule and no other, each minimal or just over the edge. Empty where the kind has none, or no request exists that breaks this
 * rule alone.
 */
export function breakingWays(operation: Operation, rule: Rule, setting: Setting): readonly Way[] {
  return breakingWaysToDraw(operation, rule, setting).filter(({ drafts }) => drawnFrom(drafts, 1, 1) !== undefined)
}

/** As {@link breakingWays}, for who draws from each anyway with `drawnFrom`, which tells those that turn out to have no drafts. */
export function breakingWaysToDraw(operation: Operation, rule: Rule, setting: Setting): readonly Way[] {
  const kind = kindOf(rule)
  if (kind.side !== 'request') return []
  const bench = payloadBench(operation, setting)
  const valid = validDrafts(operation, setting)
  return waysToDraw(
    () => kind.breaks(valid, rule, bench),
    (draft) => bench.breaksOnly(draft, rule),
  )
}

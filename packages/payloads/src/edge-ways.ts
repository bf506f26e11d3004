import type { Operation, Rule } from '@assay/contract'
import { kindOf, type Way } from '@assay/rules'
import { draftJudge } from './draft-judge.ts'
import { drawnFrom } from './drawn-from.ts'
import { payloadBench } from './payload-bench.ts'
import type { Setting } from './setting.ts'
import { validDrafts } from './valid-drafts.ts'
import { waysToDraw } from './ways-to-draw.ts'

/** A way to stand at a rule's edge. */
export interface EdgeWay extends Way {
  readonly rule: Rule
}

/** The ways to stand exactly at a documented limit of the operation, or just inside it: a provider must accept each. `rules`: of these alone. */
export function edgeWays(operation: Operation, setting: Setting, rules?: readonly Rule[]): readonly EdgeWay[] {
  return edgeWaysToDraw(operation, setting, rules).filter(({ drafts }) => drawnFrom(drafts, 1, 1) !== undefined)
}

/** As {@link edgeWays}, for who draws from each anyway with `drawnFrom`, which tells those that turn out to have no drafts. */
export function edgeWaysToDraw(
  operation: Operation,
  setting: Setting,
  rules: readonly Rule[] = operation.rules,
): readonly EdgeWay[] {
  const bench = payloadBench(operation, setting)
  const brokenBy = draftJudge(operation, setting)
  const valid = validDrafts(operation, setting)
  return rules.flatMap((rule) => {
    const kind = kindOf(rule)
    if (kind.side !== 'request' || rule.strength !== 'documented') return []
    return waysToDraw(
      () => kind.edges(valid, rule, bench),
      (draft) => brokenBy(draft).length === 0,
    ).map((way) => ({ ...way, rule }))
  })
}

import type { RuleReport } from '@assay/certify'
import type { CaseRow } from '../run.ts'
import { countText } from './text-of.ts'

/** Which side of a reading or of an open question the provider takes, as its answers to the cases of the rule show. */
export function sideTaken({ id, open, verdict, side, outcome }: RuleReport, cases: readonly CaseRow[]): string {
  const statuses = cases.flatMap(({ rules, status }) => (rules[0] === id && status !== undefined ? [status] : []))
  const refusals = [...new Set(statuses.filter((status) => status >= 400))].sort()
  const by = refusals.length === 0 ? '' : ` with ${refusals.join(' and ')}`
  if (open !== undefined) {
    if (open.refused === 0) return 'accepts it'
    return open.accepted === 0
      ? `refuses it${by}`
      : `accepts it ${countText(open.accepted, 'time')} and refuses it ${countText(open.refused, 'time')}${by}`
  }
  if (verdict === 'fail') return 'does otherwise'
  if (verdict === 'not-tested' || outcome === 'unspecified') return 'did not show'
  return side === 'request' ? `refuses what breaks it${by}` : 'answers as read'
}

import type { RuleReport } from '@assay/certify'

/** Which side of a reading or of an open question the provider takes. */
export function sideTaken({ open, verdict, side, outcome }: RuleReport): string {
  if (open !== undefined) {
    if (open.refused === 0) return 'accepts it'
    return open.accepted === 0 ? 'refuses it' : `accepts it ${open.accepted} times and refuses it ${open.refused} times`
  }
  if (verdict === 'fail') return 'does otherwise'
  if (verdict === 'not-tested' || outcome === 'unspecified') return 'did not show'
  return side === 'request' ? 'refuses what breaks it, as read' : 'answers as read'
}

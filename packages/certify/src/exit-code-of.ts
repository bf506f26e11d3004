import type { Report } from './report/report.ts'

/** What stands in for a report where there is none: wrong use, or a run stopped before it began. */
export type Ending = Pick<Report, 'verdict' | 'complete'> | 'wrong-use' | 'interrupted'

const order = [130, 2, 3, 1, 0] as const

/** The exit code of one or several runs: the first in the order 130, 2, 3, 1, 0. No run at all is wrong use. */
export function exitCodeOf(endings: Ending | readonly Ending[]): 0 | 1 | 2 | 3 | 130 {
  const all = isList(endings) ? endings : [endings]
  const codes = all.map(codeOf)
  return order.find((code) => codes.includes(code)) ?? 2
}

function isList(endings: Ending | readonly Ending[]): endings is readonly Ending[] {
  return Array.isArray(endings)
}

function codeOf(ending: Ending): 0 | 1 | 2 | 3 | 130 {
  if (ending === 'wrong-use') return 2
  if (ending === 'interrupted' || !ending.complete) return 130
  if (ending.verdict === 'inconclusive') return 3
  return ending.verdict === 'findings' ? 1 : 0
}

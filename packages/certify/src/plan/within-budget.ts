import type { CertifyOptions } from '../certify-options.ts'
import type { Target } from '../target.ts'
import type { PlannedCase } from './planned.ts'

/** Requests that a run may send beyond loopback where no budget is given. */
const CAREFUL_BUDGET = 500

/** Requests a second beyond loopback where no rate is given. */
const CAREFUL_RATE = 5

/** How many requests may be sent, and how fast: on this very machine as many as there are, elsewhere with care. */
export function limitsOf(
  { budget, rate }: CertifyOptions,
  { loopback }: Target,
): { readonly budget: number; readonly rate: number } {
  return {
    budget: budget ?? (loopback ? Number.POSITIVE_INFINITY : CAREFUL_BUDGET),
    rate: rate ?? (loopback ? Number.POSITIVE_INFINITY : CAREFUL_RATE),
  }
}

/** The cases for which a budget suffices; those that only show again what others show go first. A fifth is left for second looks. */
export function withinBudget(
  cases: readonly PlannedCase[],
  options: CertifyOptions,
  target: Target,
): readonly PlannedCase[] {
  const budget = limitsOf(options, target).budget * 0.8
  let kept = cases
  const rounds = [...new Set(cases.map(({ round }) => round))].sort((one, other) => other - one)
  for (const round of rounds.slice(0, -1)) {
    if (requestsOf(kept) <= budget) break
    kept = kept.filter((one) => one.round < round)
  }
  return kept
}

function requestsOf(cases: readonly PlannedCase[]): number {
  return cases.reduce((sum, one) => sum + requestsFor(one), 0)
}

function requestsFor({ draft, course }: PlannedCase): number {
  if (course === undefined) return draft.repeated ? 2 : 1
  if (course.kind === 'at-once') return course.times
  return course.kind === 'after-earlier' && course.between ? 3 : 2
}

import type { Case } from '../case.ts'
import type { Performed } from '../run/performed.ts'
import { statusList, withStatus } from './judge-case.ts'
import { isSuccess } from './judge-hygiene.ts'
import type { Problem } from './problem.ts'

/** What only the requests of a case together show: a reference used more than once, never, or up. Undefined where each stands for itself. */
export function courseProblem(one: Case, { judged, accepted }: Performed): Problem | undefined {
  const { course, rule, expectation } = one
  if (course === undefined || rule === undefined || judged.kind !== 'answered') return undefined
  if (course.kind === 'after-earlier') return undefined
  const { status } = judged.exchange.answer
  const { id, evidence } = rule
  const common = { rule: id, blame: 'provider', evidence } as const
  if (course.kind === 'after-refusal') {
    if (isSuccess(status) || status >= 500) return undefined
    return {
      ...common,
      says: `A refused request used up its reference at ${rule.at}: the valid request with it was answered with ${status}.`,
      expected: {
        outcome: 'accepted',
        says: `${rule.says} A request that was refused for want of ${course.without} has created nothing, so its reference is free.`,
      },
      observed: { status, says: `It was answered with ${status}, and accepted with another reference.` },
    }
  }
  if (accepted === 1 || accepted === undefined || status >= 500) return undefined
  const statuses = expectation.outcome === 'refused' ? expectation.status : []
  const count = accepted === 0 ? 'none' : String(accepted)
  return {
    ...common,
    says: `Of ${course.times} equal requests at the same moment ${count} ${accepted === 0 ? 'was' : 'were'} accepted, not one.`,
    expected: {
      outcome: 'refused',
      ...statusList(statuses),
      says: `${rule.says} So one of equal requests is accepted and the others are refused${withStatus(statuses)}.`,
    },
    observed: {
      status,
      says: accepted === 0 ? `None was accepted; one by itself was.` : `${accepted} were accepted.`,
    },
  }
}

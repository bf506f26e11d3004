import type { Contract } from '@assay/contract'
import { CertifyError } from '../certify-error.ts'
import type { CertifyOptions } from '../certify-options.ts'
import { planBench } from './bench.ts'
import { type LearnedLimits, limitedProfile } from './learned-profile.ts'
import { type Plan, planOf } from './plan-of.ts'

/** What a plan is made anew from. */
export interface FittedPlanInput {
  readonly contract: Contract
  readonly options: CertifyOptions
  readonly plan: Plan
  readonly learned: LearnedLimits
  /** Requests that may still be sent. */
  readonly budget: number
  /** The number of the first case: those before it were sent. */
  readonly first: number
  /** Unix time in milliseconds for which a new plan is made. */
  readonly plannedAt: number
}

/**
 * The plan for an account whose limits were learned: the same one where all its payloads keep them, else one whose payloads are drawn within them.
 * Undefined where no valid payload keeps them all.
 */
export function fittedPlan({
  contract,
  options,
  plan,
  learned,
  budget,
  first,
  plannedAt,
}: FittedPlanInput): Plan | undefined {
  const account = contract.operations.reduce(
    (profile, operation) => limitedProfile(profile, operation, learned),
    contract.account,
  )
  const limited = { ...contract, account }
  const fits = contract.operations.every((operation) => {
    const [before, after] = [plan.benches.get(operation.id), planBench(limited, operation, options, plan.plannedAt)]
    return plan.cases
      .filter((one) => one.operation.id === operation.id)
      .every(({ draft }) => before?.brokenBy(draft).join() === after.brokenBy(draft).join())
  })
  if (fits) return plan
  try {
    const sparing = Number.isFinite(budget) ? { ...options, budget } : options
    return planOf(limited, { ...sparing, runId: plan.runId, clock: () => plannedAt }, first)
  } catch (error) {
    if (error instanceof CertifyError) return undefined
    throw error
  }
}

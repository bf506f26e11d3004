import type { Contract } from '@assay/contract'
import type { Account, Draft } from '@assay/rules'
import type { Case } from '../case.ts'
import type { CertifyOptions } from '../certify-options.ts'
import type { FindingContext } from '../finding/finding-of.ts'
import type { PlanBench } from '../plan/bench.ts'
import type { Plan } from '../plan/plan-of.ts'
import { refreshedDraft } from '../plan/refreshed-draft.ts'
import { performCase } from './perform-case.ts'
import type { Performed } from './performed.ts'
import type { RunState } from './run-state.ts'
import type { Sender } from './send.ts'

/** Everything a running certification works with. */
export interface RunContext {
  readonly contract: Contract
  readonly options: CertifyOptions
  readonly plan: Plan
  /** Unix time in milliseconds. */
  readonly plannedAt: number
  readonly clock: () => number
  readonly sender: Sender
  readonly state: RunState
  readonly findings: FindingContext
}

/** Added to an attempt for a reference beside its own; no case is attempted so often. */
const ANOTHER = 100

/** The bench of a case's operation. */
export function benchOf({ plan }: RunContext, { operation }: Case): PlanBench {
  const bench = plan.benches.get(operation.id)
  if (bench === undefined) throw new Error(`The plan has no bench for ${operation.id}.`)
  return bench
}

/** The account that judges a case's answer, by the clock of the run. */
export function accountFor(context: RunContext, one: Case): Account {
  return { ...benchOf(context, one).account, now: context.clock }
}

/** Performs a case: the first time as planned, later with another draft of it and references of their own. */
export function perform(context: RunContext, one: Case, attempt: number, draft: Draft = one.draft): Promise<Performed> {
  const { runId } = context.findings
  const renewed = (at: number): Draft =>
    refreshedDraft(draft, benchOf(context, one), { runId, number: one.number, attempt: at }, context.options)
  const sent = attempt === 0 ? draft : renewed(attempt)
  const another = (): Draft => renewed(attempt + ANOTHER)
  return performCase(one, sent, context.sender, context.plannedAt, context.clock(), another)
}

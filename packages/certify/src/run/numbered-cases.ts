import type { Operation } from '@assay/contract'
import type { Case } from '../case.ts'
import type { PlanBench } from '../plan/bench.ts'
import type { PlannedCase } from '../plan/planned.ts'
import { refreshedDraft } from '../plan/refreshed-draft.ts'
import type { RunContext } from './run-context.ts'

/** A case that is planned while a run goes on, and the operation that it calls. */
export interface LateCase extends PlannedCase {
  readonly operation: Operation
}

/** Late cases with ids and the next numbers of the run, each with a reference of its own: as many as half of the requests that are left. */
export function numberedCases(
  { options, plan, sender, contract, state }: RunContext,
  benches: ReadonlyMap<string, PlanBench>,
  cases: readonly LateCase[],
): readonly Case[] {
  return cases.slice(0, Math.floor(sender.left() / 2)).map(({ name, ...one }) => {
    const number = state.next
    state.next += 1
    const bench = benches.get(one.operation.id)
    const reference = { runId: plan.runId, number, attempt: 0 }
    const draft = bench === undefined ? one.draft : refreshedDraft(one.draft, bench, reference, options)
    const several = contract.operations.length > 1
    return { ...one, id: `${several ? `${one.operation.id}/` : ''}${one.phase}/${name}`, number, draft }
  })
}

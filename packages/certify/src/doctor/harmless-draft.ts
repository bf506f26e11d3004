import { formatPointer, isJsonObject, type Operation, valueAt, withoutValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { CertifyOptions } from '../certify-options.ts'
import { newRunId } from '../new-run-id.ts'
import type { PlanBench } from '../plan/bench.ts'
import { refreshedDraft } from '../plan/refreshed-draft.ts'

/** A request that a provider may look at as closely as it likes without creating anything. */
export interface Harmless {
  readonly operation: Operation
  readonly draft: Draft
}

/**
 * The request that the doctor asks with: a whole one that lacks a member which the documents require, so whoever takes it at its word creates nothing.
 * Undefined where every member may be left out.
 * @param full a valid draft with all that may stand in it
 */
export function harmlessDraft(full: Draft, bench: PlanBench, options: CertifyOptions): Harmless | undefined {
  const { operation } = bench
  const needed = operation.rules.filter(
    ({ kind, outcome, at }) => kind === 'required' && outcome === 'must-refuse' && at !== '',
  )
  const members = isJsonObject(full.body) ? Object.keys(full.body).map((name) => formatPointer([name])) : []
  const refusing = new Set(operation.rules.filter(({ outcome }) => outcome === 'must-refuse').map(({ id }) => id))
  for (const pointer of [...needed.map(({ at }) => at), ...members]) {
    if (valueAt(full.body, pointer) === undefined) continue
    const lacking = { ...full, body: withoutValueAt(full.body, pointer) }
    if (!bench.brokenBy(lacking).some((id) => refusing.has(id))) continue
    const reference = { runId: options.runId ?? newRunId(), number: 0, attempt: 0 }
    return { operation, draft: refreshedDraft(lacking, bench, reference, options) }
  }
  return undefined
}

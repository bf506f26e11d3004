import { valueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { PlanBench } from './bench.ts'
import { referencePointers } from './reference-pointers.ts'
import { REFERENCE } from './with-fresh-references.ts'

/** The draft with each reference that it has in a form that is renewed wherever it stands, also in a text; as it is where that breaks a rule. */
export function withReference(draft: Draft, bench: PlanBench): Draft {
  const pinned = bench.setting.pins
  let { body } = draft
  for (const at of referencePointers(bench.operation)) {
    if (typeof valueAt(body, at) !== 'string' || pinned?.has(at)) continue
    const renewed = withValueAt(body, at, REFERENCE)
    if (bench.keepsAll({ ...draft, body: renewed })) body = renewed
  }
  return { ...draft, body }
}

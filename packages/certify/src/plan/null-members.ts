import { formatPointer, isJsonObject, parsePointer, valueAt, withoutValueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { PlanBench } from './bench.ts'
import type { ValidPool } from './valid-pool.ts'

/** Drafts with null in place of a member that may be left out, one a member. */
export function nullMembers(
  bench: PlanBench,
  pool: ValidPool,
): readonly { readonly at: string; readonly draft: Draft }[] {
  return pool.pointers.flatMap((at) => {
    const parent = formatPointer(parsePointer(at).slice(0, -1))
    const base = isJsonObject(valueAt(pool.minimal.body, parent)) ? pool.minimal : pool.having(at)
    if (base === undefined || !bench.keepsAll({ ...base, body: withoutValueAt(base.body, at) })) return []
    return [{ at, draft: { ...base, body: withValueAt(base.body, at, null) } }]
  })
}

import { withValueAt } from '@assay/contract'
import type { PlanBench } from './bench.ts'
import type { PlannedCase } from './planned.ts'
import { topMembers } from './top-members.ts'
import type { ValidPool } from './valid-pool.ts'

/** The first integer that 32 bits with a sign do not hold. */
const BEYOND = 2_147_483_648

/** Probes of integers without a documented maximum: one beyond 32 bits may be refused, and is no reason to fail. */
export function integerProbes(bench: PlanBench, pool: ValidPool): readonly PlannedCase[] {
  return topMembers(bench.operation).flatMap(({ at, schema }): PlannedCase[] => {
    const isOpen = [schema.type].flat().includes('integer') && !bench.setting.pins?.has(at)
    const base = isOpen ? pool.having(at) : undefined
    if (base === undefined) return []
    const draft = { ...base, body: withValueAt(base.body, at, BEYOND) }
    if (!bench.keepsAll(draft)) return []
    const way = `an integer beyond 32 bits at ${at}`
    return [{ name: `probe/integer${at}`, phase: 'accepts', way, draft, round: 3, expectation: { outcome: 'probe' } }]
  })
}

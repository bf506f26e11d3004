import { isJsonNumber, valueAt, withValueAt } from '@assay/contract'
import type { PlanBench } from './bench.ts'
import type { PlannedCase } from './planned.ts'
import type { ValidPool } from './valid-pool.ts'

/** Cases that pay a negative amount, for each field that is an amount. */
export function negativeAmountCases({ operation }: PlanBench, pool: ValidPool): readonly PlannedCase[] {
  const amounts = operation.roles.filter((role) => role.role === 'amount')
  return amounts.flatMap(({ at }, index) => {
    const draft = pool.having(at)
    const value = draft && valueAt(draft.body, at)
    if (draft === undefined || !(typeof value === 'string' || isJsonNumber(value))) return []
    const negative = typeof value === 'string' ? '-100' : -100
    return [
      {
        name: `security.negative-amount-refused/${index + 1}`,
        phase: 'refuses' as const,
        hygiene: 'security.negative-amount-refused',
        way: `-100 at ${at}`,
        draft: { ...draft, body: withValueAt(draft.body, at, negative) },
        round: 1,
        expectation: { outcome: 'refused' as const, status: [] },
      },
    ]
  })
}

import { isJsonNumber, parseJson, valueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { PlanBench } from './bench.ts'
import type { PlannedCase } from './planned.ts'
import { withoutSpareMembers } from './smaller-drafts.ts'
import type { ValidPool } from './valid-pool.ts'

/** Amounts that a binary float does not hold, or whose last digits are easily lost; those beyond a double go as text alone. */
const amounts: readonly { readonly text: string; readonly way: string; readonly beyondDouble?: true }[] = [
  { text: '0.1', way: '0.1' },
  { text: '100.10', way: '100.10' },
  { text: '123.4567891', way: 'seven decimals' },
  { text: '100.123456789012345671', way: 'eighteen decimals', beyondDouble: true },
  { text: '9007199254740993', way: 'an integer beyond 2^53', beyondDouble: true },
]

/** Probes of amounts, each with a currency for which no documented rule refuses it; where there is none, the probe is left out. */
export function amountProbes(bench: PlanBench, pool: ValidPool): readonly PlannedCase[] {
  const places = bench.operation.roles.filter((role) => role.role === 'amount' && !bench.setting.pins?.has(role.at))
  return places.flatMap(({ at }) =>
    amounts.flatMap(({ text, way, beyondDouble }): PlannedCase[] => {
      const draft = probing(bench, pool, at, text, beyondDouble ?? false)
      if (draft === undefined) return []
      return [
        {
          name: `probe/amount${at}=${text}`,
          phase: 'accepts',
          way: `${way} at ${at}`,
          draft,
          round: 2,
          expectation: { outcome: 'probe' },
        },
      ]
    }),
  )
}

function probing(
  bench: PlanBench,
  pool: ValidPool,
  at: string,
  text: string,
  beyondDouble: boolean,
): Draft | undefined {
  for (const base of [pool.minimal, ...pool.drafts]) {
    const value = valueAt(base.body, at)
    if (isJsonNumber(value) && beyondDouble) return undefined
    if (typeof value !== 'string' && !isJsonNumber(value)) continue
    const probe = { ...base, body: withValueAt(base.body, at, typeof value === 'string' ? text : parseJson(text)) }
    if (bench.keepsAll(probe)) return withoutSpareMembers(probe, bench.keepsAll, at)
  }
  return undefined
}

import { type Rule, valueAt, withValueAt } from '@assay/contract'
import { faultApplies, inOtherCase } from '@assay/rules'
import type { PlanBench } from './bench.ts'
import type { PlannedCase } from './planned.ts'
import type { ValidPool } from './valid-pool.ts'

const either = { outcome: 'either' } as const

/**
 * What strict readers refuse and lenient ones take: a listed value or the key in the other case of letters, an empty text instead of a listed value. That a
 * provider takes it is told, and nobody is blamed, because no page tells how strictly it reads.
 */
export function lenientReadingProbes(
  bench: PlanBench,
  pool: ValidPool,
  rules: readonly Rule[],
): readonly PlannedCase[] {
  return [...rules.flatMap((rule) => listedValueProbes(bench, pool, rule)), ...keyProbes(bench, pool)]
}

function listedValueProbes(bench: PlanBench, pool: ValidPool, rule: Rule): readonly PlannedCase[] {
  const { kind, outcome, at, id } = rule
  if (kind !== 'enum' || outcome !== 'must-refuse' || bench.setting.pins?.has(at)) return []
  const base = pool.having(at)
  const listed = base && valueAt(base.body, at)
  if (base === undefined || typeof listed !== 'string') return []
  const other = inOtherCase(listed)
  const tried = [
    ...(other === undefined
      ? []
      : [
          {
            name: 'case',
            value: other,
            way: `${JSON.stringify(other)} at ${at} (documented in the other case of letters)`,
          },
        ]),
    { name: 'empty', value: '', way: `an empty text at ${at}` },
  ]
  return tried.flatMap(({ name, value, way }): readonly PlannedCase[] => {
    const draft = { ...base, body: withValueAt(base.body, at, value) }
    const broken = bench.brokenBy(draft)
    if (broken.length !== 1 || broken[0] !== id) return []
    return [{ name: `probe/${name}/${id}`, phase: 'refuses', way, draft, round: 4, expectation: either }]
  })
}

function keyProbes({ operation, account }: PlanBench, pool: ValidPool): readonly PlannedCase[] {
  const isProbed = operation.signing !== undefined && faultApplies('other-case-key', operation.signing)
  if (!isProbed || inOtherCase(account.credentials.key) === undefined) return []
  const draft = { ...pool.minimal, fault: 'other-case-key' as const }
  const way = 'the key in the other case of letters'
  return [{ name: 'probe/case/key', phase: 'authenticates', way, draft, round: 4, expectation: either }]
}

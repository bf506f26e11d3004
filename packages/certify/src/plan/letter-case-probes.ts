import { type Json, type Rule, valueAt, withValueAt } from '@assay/contract'
import { faultApplies } from '@assay/rules'
import type { PlanBench } from './bench.ts'
import type { PlannedCase } from './planned.ts'
import type { ValidPool } from './valid-pool.ts'

/**
 * Requests with a listed value, or the key, in the other case of letters: many readers take them for the same. That one does is told, and nobody is blamed,
 * because no page tells whether case matters.
 */
export function letterCaseProbes(bench: PlanBench, pool: ValidPool, rules: readonly Rule[]): readonly PlannedCase[] {
  const listed = rules.flatMap((rule): readonly PlannedCase[] => {
    const { kind, outcome, at, id } = rule
    if (kind !== 'enum' || outcome !== 'must-refuse' || bench.setting.pins?.has(at)) return []
    const base = pool.having(at)
    const value = base && otherCase(valueAt(base.body, at))
    if (base === undefined || value === undefined) return []
    const draft = { ...base, body: withValueAt(base.body, at, value) }
    const broken = bench.brokenBy(draft)
    if (broken.length !== 1 || broken[0] !== id) return []
    const way = `${JSON.stringify(value)} at ${at} (documented in the other case of letters)`
    return [{ name: `probe/case/${id}`, phase: 'refuses', way, draft, round: 4, expectation: { outcome: 'either' } }]
  })
  const { operation, account } = bench
  const isProbed = operation.signing !== undefined && faultApplies('other-case-key', operation.signing)
  if (!isProbed || otherCase(account.credentials.key) === undefined) return listed
  const draft = { ...pool.minimal, fault: 'other-case-key' as const }
  const way = 'the key in the other case of letters'
  return [
    ...listed,
    { name: 'probe/key-case', phase: 'authenticates', way, draft, round: 4, expectation: { outcome: 'either' } },
  ]
}

function otherCase(value: Json | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  const other = value === value.toLowerCase() ? value.toUpperCase() : value.toLowerCase()
  return other === value ? undefined : other
}

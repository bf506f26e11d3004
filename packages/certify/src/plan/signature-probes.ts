import { type AuthenticationFault, faultApplies } from '@assay/rules'
import type { PlanBench } from './bench.ts'
import type { PlannedCase } from './planned.ts'
import type { ValidPool } from './valid-pool.ts'

const probes: readonly { readonly fault: AuthenticationFault; readonly way: string }[] = [
  { fault: 'upper-case', way: 'a right signature in upper-case hex' },
  { fault: 'other-timestamp-unit', way: 'a rightly signed timestamp in the other unit' },
  { fault: 'old-timestamp', way: 'a rightly signed timestamp of the day before' },
]

/** Probes of signatures that no page speaks of: what becomes of them is told, and nobody is blamed. */
export function signatureProbes({ operation }: PlanBench, pool: ValidPool): readonly PlannedCase[] {
  const profile = operation.signing
  if (profile === undefined) return []
  return probes
    .filter(({ fault }) => faultApplies(fault, profile))
    .map(({ fault, way }) => ({
      name: `probe/${fault}`,
      phase: 'authenticates',
      way,
      draft: { ...pool.minimal, fault },
      round: 2,
      expectation: { outcome: 'probe' },
    }))
}

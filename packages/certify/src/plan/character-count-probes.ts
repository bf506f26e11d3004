import { type Rule, withValueAt } from '@assay/contract'
import type { PlanBench } from './bench.ts'
import { freeTextMembers } from './free-text-members.ts'
import type { PlannedCase } from './planned.ts'
import type { ValidPool } from './valid-pool.ts'

/** A letter of one character however characters are counted, and of two bytes in UTF-8. */
const LETTER = 'ż'

/**
 * Probes of texts as long as a rule allows, in letters beyond ASCII: whether a limit is one of characters (JSON Schema 2020-12, Validation 6.3.1) or of
 * bytes is told, and nobody is blamed, because no page tells how it counts.
 */
export function characterCountProbes(
  bench: PlanBench,
  pool: ValidPool,
  rules: readonly Rule[],
): readonly PlannedCase[] {
  const members = freeTextMembers(bench.operation).filter((at) => !bench.setting.pins?.has(at))
  return rules.flatMap(({ kind, outcome, at, id, parameters }): readonly PlannedCase[] => {
    const base = kind === 'maxLength' && outcome === 'must-refuse' && members.includes(at) ? pool.having(at) : undefined
    if (base === undefined) return []
    const limit = Number(parameters.value)
    const draft = { ...base, body: withValueAt(base.body, at, LETTER.repeat(limit)) }
    if (!bench.keepsAll(draft)) return []
    return [
      {
        name: `probe/characters/${id}`,
        phase: 'accepts',
        way: `${limit} letters of two bytes at ${at} (at most ${limit} characters)`,
        draft,
        round: 5,
        expectation: { outcome: 'probe' },
      },
    ]
  })
}

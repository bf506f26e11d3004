import { isKeywordKind, type Rule } from '@assay/contract'
import { breakingWaysToDraw } from '@assay/payloads'
import type { Draft } from '@assay/rules'
import type { DroppedCase, Expectation } from '../case.ts'
import type { Effort } from '../level.ts'
import type { Phase } from '../phase.ts'
import { distinct } from './accepting-cases.ts'
import type { PlanBench } from './bench.ts'
import { drawWay } from './draw.ts'
import { graftedDraft } from './grafted-draft.ts'
import type { PlannedCase } from './planned.ts'
import { teachesLimit } from './teaches-limit.ts'
import type { ValidPool } from './valid-pool.ts'

/** Whether any validator must find the same fault: formats are read differently, and keywords of our own are unknown to others. */
function isJudgedByAnyValidator(kind: string): boolean {
  return isKeywordKind(kind) && kind !== 'format' && !kind.startsWith('x-')
}

/** Cases that break one rule of the request each; a draft that does not, or not that rule alone, is dropped. */
export function breakingCases(
  bench: PlanBench,
  pool: ValidPool,
  rules: readonly Rule[],
  effort: Effort,
  seed: number,
): { readonly cases: readonly PlannedCase[]; readonly dropped: readonly DroppedCase[] } {
  const cases: PlannedCase[] = []
  const dropped: DroppedCase[] = []
  for (const rule of rules) {
    let number = 0
    for (const { way, drafts } of breakingWaysToDraw(bench.operation, rule, bench.setting)) {
      const wanted = effort.breaks
      const drawn = drawWay(drafts, wanted, seed, `${rule.id} break ${way}`)
      if (drawn === undefined) continue
      const proves = (draft: Draft): boolean => objectionTo(bench, rule, draft) === undefined
      // The first of them is plain but for what is broken; the others are as they were drawn.
      const proven = distinct(
        drawn
          .filter(proves)
          .map((draft, index) => (index === 0 ? graftedDraft(draft, pool.minimal, rule, bench, proves) : draft)),
      )
      const [first] = drawn
      if (proven.length === 0) {
        const says = first === undefined ? 'None was drawn.' : (objectionTo(bench, rule, first) ?? '')
        dropped.push({ rule: rule.id, way, says })
      }
      for (const [index, draft] of proven.entries()) {
        number += 1
        const expectation: Expectation =
          rule.outcome === 'unspecified'
            ? { outcome: 'either' }
            : { outcome: 'refused', status: rule.answer?.status ?? [] }
        cases.push({
          name: `${rule.id}/${number}`,
          phase: phaseOf(rule, draft),
          rule,
          way,
          draft,
          round: index * 2 + 1,
          expectation,
        })
      }
    }
  }
  return { cases, dropped }
}

/** Why a draft is no proof that a rule is enforced; undefined where it breaks exactly that rule, by every judge. */
export function objectionTo(bench: PlanBench, rule: Rule, draft: Draft): string | undefined {
  const broken = bench.brokenBy(draft)
  if (!broken.includes(rule.id)) return `The draft keeps ${rule.id}.`
  if (broken.length > 1) return `The draft also breaks ${broken.filter((id) => id !== rule.id).join(', ')}.`
  if (isJudgedByAnyValidator(rule.kind) && bench.fitsSchema(draft)) return 'The schema takes the draft.'
  return undefined
}

function phaseOf(rule: Rule, draft: Draft): Phase {
  if (teachesLimit(rule)) return 'measures'
  if (draft.fault !== undefined) return 'authenticates'
  return draft.repeated ? 'remembers' : 'refuses'
}

import { validDrafts } from '@assay/payloads'
import type { Draft } from '@assay/rules'
import { check, property } from 'fast-check'
import type { PlanBench } from './bench.ts'

const known = new WeakMap<PlanBench, { readonly draft: Draft | undefined }>()

/** The valid draft to which every other one shrinks, the same for every seed; undefined where none keeps all rules. Made when it is first asked for. */
export function simplestDraft(bench: PlanBench): Draft | undefined {
  const made = known.get(bench)
  if (made !== undefined) return made.draft
  const none = property(validDrafts(bench.operation, bench.setting), (_draft: Draft) => false)
  const shrunk: Draft | undefined = check(none, { seed: 1, numRuns: 1 }).counterexample?.[0]
  const draft = shrunk !== undefined && bench.keepsAll(shrunk) ? shrunk : undefined
  known.set(bench, { draft })
  return draft
}

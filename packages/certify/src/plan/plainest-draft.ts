import { type Json, type Rule, valueAt, withValueAt } from '@assay/contract'
import { validDrafts } from '@assay/payloads'
import type { Draft } from '@assay/rules'
import fc from 'fast-check'
import type { PlanBench } from './bench.ts'

/**
 * The simplest valid draft with nothing of another draft in it but what a rule speaks of, and that made plain too: whatever the seed, one fault is
 * shown by one request. Undefined where that does not serve.
 */
export function plainestDraft(
  draft: Draft,
  rule: Rule,
  bench: PlanBench,
  serves: (draft: Draft) => boolean,
): Draft | undefined {
  if (draft.text !== undefined) return undefined
  const simplest = simplestBody(bench)
  if (simplest === undefined) return undefined
  const places = [...(rule.when ?? []), rule].map(({ at }) => at).filter((at) => at !== '')
  const graft = (change: (value: Json) => Json): Draft => ({
    ...draft,
    body: places.reduce((body, at) => {
      const value = valueAt(draft.body, at)
      return value === undefined ? body : withValueAt(body, at, at === rule.at ? change(value) : value)
    }, simplest),
  })
  return [graft(plain), graft((value) => value)].find(serves)
}

const known = new WeakMap<PlanBench, { readonly body: Json | undefined }>()

/** Where every shrinking of a valid draft ends. */
function simplestBody(bench: PlanBench): Json | undefined {
  const found = known.get(bench)
  if (found !== undefined) return found.body
  const refuseAll = fc.property(validDrafts(bench.operation, bench.setting), (_draft: Draft) => false)
  const body = fc.check(refuseAll, { seed: 1, numRuns: 1 }).counterexample?.[0].body
  known.set(bench, { body })
  return body
}

/** A text of the same length that says nothing. */
function plain(value: Json): Json {
  return typeof value === 'string' ? 'a'.repeat([...value].length) : value
}

import { isJsonObject, type Json, stringifyJson, valueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { Case } from '../case.ts'
import type { PlanBench } from '../plan/bench.ts'
import { graftedDraft } from '../plan/grafted-draft.ts'
import { memberPointers } from '../plan/member-pointers.ts'
import { referencePointers } from '../plan/reference-pointers.ts'
import { rulePlaces } from '../plan/rule-places.ts'
import { simplerValues } from '../plan/simpler-values.ts'
import { simplestDraft } from '../plan/simplest-draft.ts'
import { withoutMember, withoutSpareMembers } from '../plan/smaller-drafts.ts'

/** Requests spent on making one finding smaller, at most. */
const MOST_SENDS = 30

/**
 * Looks for a smaller draft that is still what the case claims and still fails: first the simplest one that may be it, then with fewer members, then with
 * simpler values. The same answers give the same draft, and mostly the same one whatever the seed.
 * @param stillFails sends a draft and tells whether the rule is broken again
 */
export async function smallestFailing(
  one: Case,
  bench: PlanBench,
  stillFails: (draft: Draft) => Promise<boolean>,
): Promise<void> {
  const broken = bench.brokenBy(one.draft).join()
  const fits = bench.fitsSchema(one.draft)
  // What not every gateway takes would be refused for that, and no longer show what it is to show.
  const serves = (draft: Draft): boolean =>
    bench.brokenBy(draft).join() === broken && bench.fitsSchema(draft) === fits && bench.isAsSafeAs(draft, one.draft)
  const tried = new Set([stringifyJson(one.draft.body)])
  const fails = async (draft: Draft): Promise<boolean> => {
    const text = stringifyJson(draft.body)
    if (tried.has(text) || tried.size > MOST_SENDS) return false
    tried.add(text)
    return stillFails(draft)
  }
  if (one.draft.text !== undefined) return
  const least = withoutSpareMembers(one.draft, serves)
  const simplest = simplestDraft(bench)
  const isValid = one.expectation.outcome === 'accepted' || one.expectation.outcome === 'probe'
  if (simplest !== undefined) {
    const plain = { ...one.draft, body: simplest.body }
    // Where key or signature is wrong the body does not matter.
    const isBodyFree = (isValid && one.rule === undefined) || one.draft.fault !== undefined
    if (isBodyFree && serves(plain) && (await fails(plain))) return
    const grafted = one.rule === undefined ? least : graftedDraft(least, simplest, one.rule, bench, serves)
    if (await fails(allSimpler(grafted, one, bench, serves))) return
  }
  let smallest = one.draft
  if (await fails(least)) smallest = least
  for (const pointer of smallest === least ? [] : memberPointers(one.draft.body)) {
    const smaller = withoutMember(smallest, pointer)
    if (smaller !== undefined && serves(smaller) && (await fails(smaller))) smallest = smaller
  }
  for (const at of freePointers(smallest, one, bench)) {
    for (let isSimpler = true; isSimpler; ) {
      isSimpler = false
      for (const simpler of simplerAt(smallest, at).filter(serves)) {
        if (!(await fails(simpler))) continue
        smallest = simpler
        isSimpler = true
        break
      }
    }
  }
}

/** The draft with each value as simple as it may be and still serve. */
function allSimpler(draft: Draft, one: Case, bench: PlanBench, serves: (draft: Draft) => boolean): Draft {
  return freePointers(draft, one, bench).reduce((current, at) => simplerAt(current, at).find(serves) ?? current, draft)
}

function simplerAt(draft: Draft, at: string): readonly Draft[] {
  return simplerValues(valueAt(draft.body, at) ?? null).map((value) => ({
    ...draft,
    body: withValueAt(draft.body, at, value),
  }))
}

/** Kinds of rules that a simpler value breaks as plainly as another: a text that is no URL at all is not to become one with a space at its end. */
const lengthKinds = new Set(['maxLength', 'minLength'])

/** Members whose value means nothing to the account: amounts, currencies and the like stay within what it takes, and references stay new. */
function freePointers({ body }: Draft, { rule }: Case, { operation }: PlanBench): readonly string[] {
  const meant = rule === undefined || lengthKinds.has(rule.kind) ? [] : rulePlaces(rule)
  const taken = new Set([...operation.roles.map(({ at }) => at), ...referencePointers(operation), ...meant])
  return memberPointers(body).filter((at) => !taken.has(at) && !isObject(valueAt(body, at)))
}

function isObject(value: Json | undefined): boolean {
  return value !== undefined && isJsonObject(value)
}

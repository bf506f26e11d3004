import type { Draft } from '@assay/rules'
import type { Case } from '../case.ts'
import type { PlanBench } from '../plan/bench.ts'
import { memberPointers } from '../plan/member-pointers.ts'
import { plainestDraft } from '../plan/plainest-draft.ts'
import { withoutMember, withoutSpareMembers } from '../plan/smaller-drafts.ts'

/** Requests spent on making one finding smaller, at most. */
const MOST_SENDS = 20

/**
 * Looks for a smaller draft that is still what the case claims and still fails: the plainest one that can be, else by leaving members out. The same
 * answers give the same draft.
 * @param stillFails sends a draft and tells whether the rule is broken again
 */
export async function smallestFailing(
  one: Case,
  bench: PlanBench,
  stillFails: (draft: Draft) => Promise<boolean>,
): Promise<void> {
  const broken = bench.brokenBy(one.draft).join()
  const fits = bench.fitsSchema(one.draft)
  const serves = (draft: Draft): boolean => bench.brokenBy(draft).join() === broken && bench.fitsSchema(draft) === fits
  const plainest = one.rule && plainestDraft(one.draft, one.rule, bench, serves)
  if (plainest !== undefined && (await stillFails(plainest))) return
  const least = withoutSpareMembers(one.draft, serves)
  if (least === one.draft || (await stillFails(least))) return
  let smallest = one.draft
  let sends = 1
  for (const pointer of memberPointers(one.draft.body)) {
    const smaller = withoutMember(smallest, pointer)
    if (smaller === undefined || !serves(smaller)) continue
    if (sends >= MOST_SENDS) return
    sends += 1
    if (await stillFails(smaller)) smallest = smaller
  }
}

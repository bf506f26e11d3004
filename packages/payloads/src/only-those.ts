import { type Draft, NoSuchValueError } from '@assay/rules'
import type { Arbitrary } from 'fast-check'

/** So many refusals in a row mean that nothing will ever pass. */
const MOST_REFUSED = 1000

/** No draft of an arbitrary is what it was made to be. */
export class NoSuchDraftError extends NoSuchValueError {
  override readonly name = 'NoSuchDraftError'
}

/**
 * The drafts that pass a test. An arbitrary is made so that nearly all do; the test is the proof.
 * @param most So many refusals in a row are borne.
 * @param mostAtFirst So many until the first draft passes.
 * @throws NoSuchDraftError when drawing, instead of searching for ever.
 */
export function onlyThose(
  drafts: Arbitrary<Draft>,
  passes: (draft: Draft) => boolean,
  most: number = MOST_REFUSED,
  mostAtFirst: number = most,
): Arbitrary<Draft> {
  let refused = 0
  let borne = mostAtFirst
  return drafts.filter((draft) => {
    if (passes(draft)) {
      refused = 0
      borne = most
      return true
    }
    refused += 1
    if (refused < borne) return false
    refused = 0
    throw new NoSuchDraftError(
      `${borne} drafts in a row were not what they were made to be: no such request can be made.`,
    )
  })
}

import type { Draft } from '@assay/rules'
import { memberPointers } from './member-pointers.ts'

/**
 * Few drafts that show as many pairs as possible of members present and absent together (pairwise cover), chosen greedily in the order given.
 * @param most how many at most
 */
export function presentTogether(drafts: readonly Draft[], pointers: readonly string[], most: number): readonly Draft[] {
  const seen = new Set<number>()
  const chosen: Draft[] = []
  for (const draft of drafts) {
    if (chosen.length >= most) break
    const members = new Set(memberPointers(draft.body))
    const states = pointers.map((pointer, index) => index * 2 + (members.has(pointer) ? 1 : 0))
    const before = seen.size
    for (const [index, one] of states.entries()) {
      for (const other of states.slice(index + 1)) seen.add(one * pointers.length * 2 + other)
    }
    if (seen.size > before) chosen.push(draft)
  }
  return chosen
}

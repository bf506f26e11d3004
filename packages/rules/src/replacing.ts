import { type Json, valueAt, withValueAt } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import type { Draft } from './draft.ts'

/** Drafts with the value at a pointer replaced by one drawn for it. */
export function replacing(drafts: Arbitrary<Draft>, pointer: string, values: Arbitrary<Json>): Arbitrary<Draft> {
  return fc.tuple(drafts, values).map(([draft, value]) => withBody(draft, withValueAt(draft.body, pointer, value)))
}

/** Drafts with the value at a pointer replaced by one made from it. */
export function changing(
  drafts: Arbitrary<Draft>,
  pointer: string,
  change: (value: Json | undefined, draft: Draft) => Json,
): Arbitrary<Draft> {
  return drafts.map((draft) =>
    withBody(draft, withValueAt(draft.body, pointer, change(valueAt(draft.body, pointer), draft))),
  )
}

/** Drafts that take the value at a pointer from other drafts. */
export function borrowing(drafts: Arbitrary<Draft>, pointer: string, lenders: Arbitrary<Draft>): Arbitrary<Draft> {
  return fc.tuple(drafts, lenders).map(([draft, lender]) => {
    const value = valueAt(lender.body, pointer)
    return value === undefined ? draft : withBody(draft, withValueAt(draft.body, pointer, value))
  })
}

/** The draft with another body. */
export function withBody(draft: Draft, body: Json): Draft {
  return { ...draft, body }
}

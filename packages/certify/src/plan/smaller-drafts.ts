import { withoutValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import { memberPointers } from './member-pointers.ts'

/** The draft with every member left out that it can do without and still serve, a member at a time; `keep` and what holds it stay. */
export function withoutSpareMembers(draft: Draft, serves: (draft: Draft) => boolean, keep?: string): Draft {
  let smallest = draft
  for (const pointer of memberPointers(draft.body)) {
    if (keep === pointer || keep?.startsWith(`${pointer}/`)) continue
    const smaller = withoutMember(smallest, pointer)
    if (smaller !== undefined && serves(smaller)) smallest = smaller
  }
  return smallest
}

/** The draft without the member at a pointer; undefined where it has none, or where its text is not its body. */
export function withoutMember(draft: Draft, pointer: string): Draft | undefined {
  if (draft.text !== undefined) return undefined
  const body = withoutValueAt(draft.body, pointer)
  return body === draft.body || !memberPointers(draft.body).includes(pointer) ? undefined : { ...draft, body }
}

import { formatPointer } from '@assay/contract'

/** The pointer of a member of the object at a pointer. */
export function memberOf(pointer: string, member: string): string {
  return pointer + formatPointer([member])
}

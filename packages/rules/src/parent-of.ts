import { formatPointer, parsePointer } from '@assay/contract'

/** The pointer of the object that holds the member at a pointer, and the member's name; undefined for the whole body. */
export function parentOf(pointer: string): { readonly parent: string; readonly member: string } | undefined {
  const tokens = parsePointer(pointer)
  const member = tokens.at(-1)
  return member === undefined ? undefined : { parent: formatPointer(tokens.slice(0, -1)), member }
}

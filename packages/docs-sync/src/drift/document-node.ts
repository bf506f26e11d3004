import { formatPointer, isJsonObject, type Json, type JsonObject, parsePointer, valueAt } from '@assay/contract'

/** A reference that leads to a reference, and so on, is followed this often. */
const MAXIMUM_HOPS = 32

/** A value of a document, at the place where it is defined: references inside the document are followed. */
export interface DocumentNode {
  readonly root: JsonObject
  /** JSON Pointer of the definition. */
  readonly pointer: string
  readonly value: Json | undefined
}

/** The document itself. */
export function rootNode(root: JsonObject): DocumentNode {
  return { root, pointer: '', value: root }
}

/** The value at a place of the document, its references followed. */
export function nodeAt(root: JsonObject, pointer: string): DocumentNode {
  return followed({ root, pointer, value: valueAt(root, pointer) })
}

/** A member, or item, of a value; its value is undefined where there is none. */
export function member(node: DocumentNode, name: string | number): DocumentNode {
  const { value, root } = node
  const pointer = node.pointer + formatPointer([name])
  if (Array.isArray(value)) return followed({ root, pointer, value: value[Number(name)] })
  const own = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return followed({ root, pointer, value: own })
}

/** The members of an object by name, in the order of the document; none of anything else. */
export function members(node: DocumentNode): ReadonlyMap<string, DocumentNode> {
  const names = isJsonObject(node.value) ? Object.keys(node.value) : []
  return new Map(names.map((name) => [name, member(node, name)]))
}

/** The items of a list; none of anything else. */
export function items(node: DocumentNode): readonly DocumentNode[] {
  return Array.isArray(node.value) ? node.value.map((_, index) => member(node, index)) : []
}

/** The text of a member, or undefined. */
export function text(node: DocumentNode, name: string): string | undefined {
  const { value } = member(node, name)
  return typeof value === 'string' ? value : undefined
}

function followed(node: DocumentNode): DocumentNode {
  let current = node
  for (let hops = 0; hops < MAXIMUM_HOPS; hops += 1) {
    const reference = isJsonObject(current.value) ? current.value.$ref : undefined
    if (typeof reference !== 'string' || !/^#(?:\/|$)/.test(reference)) return current
    const pointer = formatPointer(parsePointer(decoded(reference.slice(1))))
    current = { root: node.root, pointer, value: valueAt(node.root, pointer) }
  }
  return { ...current, value: undefined }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, visit } from 'yaml'
import { parsePointer } from './json-pointer.ts'

/** The offset at which the value at a JSON Pointer stands, a member at its key; where there is none, its nearest parent. */
export function nodeAt(root: Node, pointer: string): number {
  let current: Node | undefined = root
  let offset = root.range?.[0] ?? 0
  for (const token of parsePointer(pointer)) {
    current = isAlias(current) ? anchored(root, current.source) : current
    if (isMap(current)) {
      const pair: Pair | undefined = current.items.find(
        ({ key }) => isScalar(key) && (key.value === token || key.source === token),
      )
      if (pair === undefined) return offset
      offset = (pair.key as Node).range?.[0] ?? offset
      current = (pair.value as Node | null) ?? undefined
    } else if (isSeq(current)) {
      const item = current.items[Number(token)] as Node | undefined
      if (item === undefined) return offset
      offset = item.range?.[0] ?? offset
      current = item
    } else return offset
  }
  return offset
}

function anchored(root: Node, anchor: string): Node | undefined {
  let found: Node | undefined
  visit(root, {
    Node: (_, node) => {
      if ('anchor' in node && node.anchor === anchor) found = node
    },
  })
  return found
}

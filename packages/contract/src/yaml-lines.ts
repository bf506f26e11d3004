import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml'
import { formatPointer } from './json-pointer.ts'
import { keyText } from './yaml-value.ts'

/** The line (from 1) of every value of a YAML text by its JSON Pointer, a member's at its name; what an alias stands for has no lines of its own. */
export function yamlLines(root: Node, counter: LineCounter): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  const put = (pointer: string, node: Node): void => {
    lines.set(pointer, Math.max(counter.linePos(node.range?.[0] ?? 0).line, 1))
  }
  const walk = (node: Node | null, pointer: string): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue
        const below = `${pointer}${formatPointer([keyText(key, node)])}`
        put(below, key)
        walk(value as Node | null, below)
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        put(`${pointer}/${index}`, item as Node)
        walk(item as Node, `${pointer}/${index}`)
      }
    }
  }
  put('', root)
  walk(root, '')
  return lines
}

import { canonicalJson, formatPointer, isJsonObject, type Json, type JsonObject } from '@assay/contract'
import type { PlacedDocument } from './document-at.ts'

/** A document put together, and where its parts stand. */
export interface MergedDocument {
  readonly document: JsonObject
  readonly lines: ReadonlyMap<string, number>
}

/** Members whose members come together; of all else two documents must say the same. */
const OPEN = [[], ['paths'], ['paths', '*'], ['components'], ['components', '*'], ['info']]

/**
 * One document of several: the operations and components of all. Where two say different things of the same place, the first stands and
 * `tell` hears of the other.
 */
export function mergeDocuments(
  documents: readonly PlacedDocument[],
  tell: (message: string, line: number | undefined) => void,
): MergedDocument {
  const lines = new Map<string, number>()
  let merged: JsonObject = {}
  for (const { document, lines: own } of documents) {
    const taken: string[] = []
    const put = (into: JsonObject, from: JsonObject, at: readonly string[]): JsonObject => {
      const result: Record<string, Json> = { ...into }
      for (const [name, member] of Object.entries(from)) {
        const here = [...at, name]
        const there = Object.hasOwn(into, name) ? into[name] : undefined
        if (there === undefined) {
          result[name] = member
          taken.push(formatPointer(here))
        } else if (isJsonObject(there) && isJsonObject(member) && isOpen(here)) {
          result[name] = put(there, member, here)
        } else if (canonicalJson(there) !== canonicalJson(member)) {
          const pointer = formatPointer(here)
          tell(`Two documents of the page differ at ${pointer}; the first one is taken.`, own.get(pointer))
        }
      }
      return result
    }
    merged = put(merged, document, [])
    noteLines(lines, own, taken)
  }
  return { document: merged, lines }
}

function isOpen(at: readonly string[]): boolean {
  return OPEN.some(
    (open) => open.length === at.length && open.every((name, index) => name === '*' || name === at[index]),
  )
}

/** The lines of what was taken over, and of all below it. */
function noteLines(into: Map<string, number>, own: ReadonlyMap<string, number>, taken: readonly string[]): void {
  const tops = new Set(taken)
  for (const [pointer, line] of own) {
    if (into.has(pointer)) continue
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      if (!tops.has(at)) continue
      into.set(pointer, line)
      break
    }
  }
}

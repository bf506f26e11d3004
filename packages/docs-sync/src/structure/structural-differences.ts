import { canonicalJson, formatPointer, isJsonObject, type Json, type JsonObject } from '@assay/contract'
import { splitProse } from './split-prose.ts'

/** One place at which two OpenAPI documents say different things of the interface. */
export interface StructuralDifference {
  /** JSON Pointer to the place. */
  readonly pointer: string
  /** Absent where only the other document has it. */
  readonly before?: Json
  readonly after?: Json
}

/** Lists whose order means nothing. */
const SETS = new Set(['required', 'enum', 'tags'])
/** Names that generators and readers make up where a page tells none. */
const MADE_UP = new Set(['operationId'])

/** Where two OpenAPI documents differ in structure: words (descriptions, summaries, titles), made-up names and the order of members aside. */
export function structuralDifferences(before: JsonObject, after: JsonObject): readonly StructuralDifference[] {
  const differences: StructuralDifference[] = []
  compare(splitProse(before).structure, splitProse(after).structure, [], differences)
  return differences
}

function compare(before: Json, after: Json, at: readonly (string | number)[], into: StructuralDifference[]): void {
  if (isJsonObject(before) && isJsonObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const here = [...at, name]
      const [one, other] = [before[name], after[name]]
      if (one === undefined || other === undefined) {
        if (MADE_UP.has(name) && at[0] === 'paths' && at.length === 3) continue
        const sides = {
          ...(one === undefined ? {} : { before: one }),
          ...(other === undefined ? {} : { after: other }),
        }
        into.push({ pointer: formatPointer(here), ...sides })
      } else if (!(MADE_UP.has(name) && at[0] === 'paths' && at.length === 3)) compare(one, other, here, into)
    }
    return
  }
  if (Array.isArray(before) && Array.isArray(after) && !SETS.has(String(at.at(-1))) && before.length === after.length) {
    for (const [index, item] of before.entries()) compare(item as Json, after[index] as Json, [...at, index], into)
    return
  }
  if (text(before, at) !== text(after, at)) into.push({ pointer: formatPointer(at), before, after })
}

function text(value: Json, at: readonly (string | number)[]): string {
  if (!Array.isArray(value) || !SETS.has(String(at.at(-1)))) return canonicalJson(value)
  return canonicalJson(value.map((item) => canonicalJson(item as Json)).sort())
}

import { formatPointer, isJsonObject, type Json, type Operation, type RuleAnswer, valueAt } from '@assay/contract'
import type { ReceivedAnswer } from './exchange.ts'
import { readTemplate } from './read-template.ts'

/** What fills the holes of a rule's documented error text in the answer that came; undefined where the answer has another text or none. */
export function learnedHoles(
  answer: ReceivedAnswer,
  documented: RuleAnswer | undefined,
  operation: Operation,
): { readonly [hole: string]: string } | undefined {
  if (documented?.example === undefined) return undefined
  const example = operation.answers.flatMap(({ examples }) => examples).find(({ name }) => name === documented.example)
  if (example === undefined) return undefined
  for (const [at, text] of textsOf(example.value)) {
    const came = valueAt(answer.body, at)
    const holes = typeof came === 'string' ? readTemplate(text, came) : undefined
    if (holes !== undefined && Object.keys(holes).length > 0) return holes
  }
  return undefined
}

function textsOf(value: Json, at: readonly string[] = []): [string, string][] {
  if (typeof value === 'string') return [[formatPointer(at), value]]
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => textsOf(member, [...at, name]))
}

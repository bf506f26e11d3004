import { answerRules } from './answer-rules.ts'
import { declareRules } from './declare-rules.ts'
import { deriveRules } from './derive-rules.ts'
import type { JsonObject } from './json.ts'
import type { KindDeclaration } from './kind-declaration.ts'
import type { OperationReading } from './read-operations.ts'
import { type Reading, report } from './reading.ts'
import type { Rule } from './rule.ts'
import { securityRules } from './security-rules.ts'

/** The rules of every operation, in the order of the operations. No two have one id. */
export function readRules(
  operations: readonly OperationReading[],
  kinds: readonly KindDeclaration[],
  isPlain: boolean,
  reading: Reading,
): Rule[][] {
  const seen = new Map<string, JsonObject | undefined>()
  const several = operations.length > 1
  return operations.map((operation) => {
    const derived = operation.request === undefined ? [] : deriveRules(operation.request.schema, reading)
    const declared = declareRules(operation, derived, kinds, reading)
    const replaced = new Set(declared.flatMap(({ replaces }) => replaces))
    const own = [
      ...(isPlain ? [...securityRules(operation, kinds, reading), ...answerRules(operation, kinds, reading)] : []),
      ...derived.filter((one) => !replaced.has(one)).map(({ rule }) => rule),
    ]
    // One operation's places are another's too: the operation tells their rules apart.
    const named = own.map((rule) => (several ? { ...rule, id: `${operation.id}.${rule.id}` } : rule))
    for (const { id } of named) seen.set(id, undefined)
    for (const { rule, node } of declared) {
      if (seen.has(rule.id)) report(reading, node, 'id', twice(rule.id, seen.get(rule.id)))
      seen.set(rule.id, node)
    }
    return [...named, ...declared.map(({ rule }) => rule)]
  })
}

function twice(id: string, other: JsonObject | undefined): string {
  if (other !== undefined) return `Two rules have the id "${id}": give one of them another.`
  return `The rule derived from the schema has the id "${id}" too: choose another, or name that rule's kind and place to say more about it.`
}

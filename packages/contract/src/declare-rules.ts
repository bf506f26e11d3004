import type { DerivedRule } from './derive-rules.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { defaultOutcome, isKeywordKind } from './keyword-rule.ts'
import type { KindDeclaration } from './kind-declaration.ts'
import { nearestName } from './nearest-name.ts'
import { plainValue } from './plain-value.ts'
import type { OperationReading } from './read-operations.ts'
import { type Reading, report } from './reading.ts'
import { reportIssues } from './report-issues.ts'
import type { Rule } from './rule.ts'
import { RULE_ENTRY_MEMBERS, type RuleEntry, ruleEntry } from './rule-entry.ts'
import { responsesOf, rulePlacesExist } from './rule-places-exist.ts'

/** An entry of `x-rules`, read. */
export interface DeclaredRule {
  readonly rule: Rule
  /** The entry, for messages. */
  readonly node: JsonObject
  /** The derived rules whose place it takes. */
  readonly replaces: readonly DerivedRule[]
}

/**
 * The rules that an operation and its answers declare under `x-rules`. An entry whose kind is a schema keyword says more about the rule derived
 * from that keyword; one with `keyword` takes the place of the rule derived there.
 */
export function declareRules(
  operation: OperationReading,
  derived: readonly DerivedRule[],
  kinds: readonly KindDeclaration[],
  reading: Reading,
): DeclaredRule[] {
  const responses = isJsonObject(operation.node.responses) ? operation.node.responses : {}
  const holders = [
    { holder: operation.node, status: undefined },
    ...Object.entries(responses).flatMap(([status, holder]) => (isJsonObject(holder) ? [{ holder, status }] : [])),
  ]
  return holders.flatMap(({ holder, status }) => {
    const entries = holder['x-rules']
    if (entries === undefined) return []
    if (!Array.isArray(entries)) {
      report(reading, holder, 'x-rules', 'x-rules must be a list of rules.')
      return []
    }
    return entries.flatMap((entry: Json, index) => {
      if (isJsonObject(entry)) return declareRule(entry, status, { operation, derived, kinds, reading })
      report(reading, entries, index, 'A rule must be an object with at least a kind.')
      return []
    })
  })
}

interface Context {
  readonly operation: OperationReading
  readonly derived: readonly DerivedRule[]
  readonly kinds: readonly KindDeclaration[]
  readonly reading: Reading
}

function declareRule(node: JsonObject, status: string | undefined, context: Context): DeclaredRule[] {
  const { derived, kinds, reading } = context
  const parsed = ruleEntry.safeParse(node)
  if (!parsed.success) {
    reportIssues(reading, node, `The rule${typeof node.id === 'string' ? ` ${node.id}` : ''}`, parsed.error.issues)
    return []
  }
  const entry = parsed.data
  const kind = kinds.find((known) => known.kind === entry.kind)
  if (kind === undefined && !isKeywordKind(entry.kind)) {
    const near = nearestName(entry.kind, [...kinds.map((known) => known.kind)])
    report(
      reading,
      node,
      'kind',
      `The rule kind "${entry.kind}" is unknown${near === undefined ? '' : `, did you mean "${near}"?`}`.replace(
        /([^?])$/,
        '$1.',
      ),
    )
    return []
  }
  const annotated = isKeywordKind(entry.kind) ? annotatedRule(entry, node, derived, reading) : undefined
  if (isKeywordKind(entry.kind) && annotated === undefined) return []
  const replaces = annotated === undefined ? replacedRules(entry, node, derived, reading) : [annotated]
  const side = kind?.side ?? 'request'
  if (!rulePlacesExist(entry, node, side, status, context.operation, reading)) return []
  const given = Object.fromEntries(
    Object.entries(node).filter(([name]) => !RULE_ENTRY_MEMBERS.has(name) && !name.startsWith('x-')),
  )
  const parameters = kindParameters({ ...annotated?.rule.parameters, ...given }, kind, entry, node, reading)
  const base = replaces[0]?.rule
  const id = entry.id ?? annotated?.rule.id
  if (id === undefined) {
    report(reading, node, undefined, `A rule of the kind ${entry.kind} needs an id.`)
    return []
  }
  const strength = entry.strength ?? base?.strength ?? 'documented'
  const rule: Rule = {
    id,
    kind: entry.kind,
    side,
    at: entry.at,
    says: entry.says ?? annotated?.rule.says ?? sentence(entry, parameters),
    strength,
    outcome: entry.outcome ?? defaultOutcome(side, strength),
    evidence: entry.evidence ?? base?.evidence ?? [],
    ...(entry.also === undefined ? {} : { also: entry.also }),
    ...(entry.answer === undefined ? {} : { answer: entry.answer }),
    ...(entry.reading === undefined ? {} : { reading: entry.reading }),
    ...(entry.when === undefined ? {} : { when: entry.when }),
    ...(side === 'answer' ? { responses: responsesOf(entry, status, context.operation) } : {}),
    parameters,
  }
  return [{ rule, node, replaces }]
}

/** The derived rule that an entry of a keyword kind speaks of. */
function annotatedRule(
  entry: RuleEntry,
  node: JsonObject,
  derived: readonly DerivedRule[],
  reading: Reading,
): DerivedRule | undefined {
  const there = derived.filter(({ rule }) => rule.kind === entry.kind && rule.at === entry.at)
  const found = entry.keyword === undefined ? there[0] : there.find(({ keyword }) => keyword === entry.keyword)
  if (found === undefined) {
    const place = entry.at === '' ? 'the body' : entry.at
    report(
      reading,
      node,
      'at',
      `The schema of the request says no "${entry.kind}" at ${place}: put it in the schema, the rule follows.`,
    )
  }
  return found
}

function replacedRules(
  entry: RuleEntry,
  node: JsonObject,
  derived: readonly DerivedRule[],
  reading: Reading,
): DerivedRule[] {
  const { keyword } = entry
  if (keyword === undefined) return []
  const found = derived.filter(
    (one) => one.keyword === keyword || (one.rule.kind === 'required' && one.keyword.startsWith(`${keyword}/`)),
  )
  if (found.length === 0)
    report(reading, node, 'keyword', `No rule is derived from a keyword at ${keyword} of the request schema.`)
  return found
}

function kindParameters(
  given: { readonly [name: string]: Json },
  kind: KindDeclaration | undefined,
  entry: RuleEntry,
  node: JsonObject,
  reading: Reading,
): { readonly [name: string]: Json } {
  if (kind === undefined) return given
  const result = kind.parameters.safeParse(plainValue(given))
  if (result.success) return result.data as { readonly [name: string]: Json }
  reportIssues(
    reading,
    node,
    `The rule ${entry.id ?? ''} of the kind ${entry.kind}`.replace('  ', ' '),
    result.error.issues,
  )
  return given
}

/** A sentence for a rule whose author gave none. */
function sentence(entry: RuleEntry, parameters: { readonly [name: string]: Json }): string {
  const facts = Object.entries(parameters).map(([name, value]) => `${name} ${JSON.stringify(plainValue(value))}`)
  return `${entry.at === '' ? 'The body' : entry.at} keeps ${[entry.kind, ...facts].join(', ')}.`
}

import { type Json, type JsonSchema, type JsonSchemaObject, withoutValueAt } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import type { CompositeParameters } from './composite-parameters.ts'
import type { Draft, Way } from './draft.ts'
import { memberOf } from './member-of.ts'
import { NoSuchValueError } from './no-such-value-error.ts'
import { borrowing, replacing, withBody } from './replacing.ts'
import type { Bench, RuleOf } from './rule-kind.ts'

/** How many drafts of a way are looked at before it is offered. */
const SAMPLES = 12

/**
 * Ways to break a keyword that holds schemas: without the members that its branches ask for, with those of all branches, with a value that its negation
 * accepts. Which of them breaks the rule and nothing else depends on the schemas, so each is tried first, and those that cannot are left out.
 */
export function compositeWays(rule: RuleOf<CompositeParameters>, bench: Bench): readonly Way[] {
  const { at, parameters } = rule
  const drafts = bench.having(at, rule.when)
  const asked = [...membersAsked(parameters.schema)].map((member) => memberOf(at, member))
  const place = at || 'the top'
  const schema = bench.schemaAt(at)
  const refused: JsonSchemaObject = {
    ...(typeof schema === 'object' ? without(schema, parameters.schema) : {}),
    not: parameters.schema,
  }
  const candidates: readonly [string, () => Arbitrary<Draft>][] = [
    ...asked.map((member): [string, () => Arbitrary<Draft>] => [`no ${member}`, () => drafts.map(removing([member]))]),
    [`none of ${asked.join(', ')}`, () => drafts.map(removing(asked))],
    ...pairs(asked).map(([one, other]): [string, () => Arbitrary<Draft>] => [
      `${one} and ${other} together`,
      () => borrowing(bench.having(one), other, bench.having(other)),
    ]),
    [`a value at ${place} that the keyword refuses`, () => replacing(drafts, at, bench.valuesOf(refused))],
  ]
  const seen = new Set<string>()
  return candidates.flatMap(([way, make]): Way[] => {
    if (seen.has(way) || !canBreak(make, rule, bench)) return []
    seen.add(way)
    return [{ way, drafts: make().filter((draft) => bench.breaksOnly(draft, rule)) }]
  })
}

/** Whether most drafts of a way do what it says; a way that cannot be made at all does not. */
function canBreak(make: () => Arbitrary<Draft>, rule: RuleOf<CompositeParameters>, bench: Bench): boolean {
  try {
    const drafts = fc.sample(make(), { numRuns: SAMPLES, seed: 1 })
    const right = drafts.filter((draft) => bench.breaksOnly(draft, rule))
    return right.length * 2 >= SAMPLES
  } catch (error) {
    // The bench has no values for it: then it is no way.
    if (error instanceof NoSuchValueError) return false
    throw error
  }
}

function removing(members: readonly string[]): (draft: Draft) => Draft {
  return (draft) =>
    withBody(
      draft,
      members.reduce<Json>((body, member) => withoutValueAt(body, member), draft.body),
    )
}

/** The members that a schema or its branches ask for. */
function membersAsked(schema: JsonSchema): ReadonlySet<string> {
  if (typeof schema !== 'object') return new Set()
  const lists = [schema.required ?? [], ...Object.values(schema.dependentRequired ?? {})]
  const inner = [
    ...(schema.oneOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.allOf ?? []),
    ...Object.values(schema.dependentSchemas ?? {}),
    ...[schema.not, schema.if, schema.then, schema.else].filter((branch) => branch !== undefined),
  ]
  return new Set([...lists.flat(), ...inner.flatMap((branch) => [...membersAsked(branch)])])
}

function pairs(members: readonly string[]): [string, string][] {
  return members.flatMap((one, index) => members.slice(index + 1).map((other): [string, string] => [one, other]))
}

function without(schema: JsonSchemaObject, keyword: JsonSchemaObject): JsonSchemaObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !Object.hasOwn(keyword, name)))
}

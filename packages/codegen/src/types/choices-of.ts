import type { JsonSchema, JsonSchemaObject } from '@assay/contract'
import { forbidding } from './forbidding.ts'
import { mergeSchemas } from './merge-schemas.ts'
import { negationOf } from './negation-of.ts'

/** An object schema apart: what always counts, and the choices of which one alternative each counts too. */
export interface Choices {
  readonly base: JsonSchemaObject
  readonly choices: readonly (readonly JsonSchema[])[]
}

/**
 * Takes the keywords apart that tie members of an object together (`allOf`, `anyOf`, `oneOf`, `not`, `if`, `dependentRequired`,
 * `dependentSchemas`), so that each becomes a choice among plain alternatives. What has no such form is left out: a type may
 * take more than its schema, never less.
 */
export function choicesOf(schema: JsonSchemaObject): Choices {
  const { allOf = [], anyOf, oneOf, not, if: condition, then, else: otherwise, ...rest } = schema
  const { dependentRequired = {}, dependentSchemas = {}, ...base } = rest
  const found: (readonly JsonSchema[])[] = []
  if (anyOf) found.push(anyOf)
  if (oneOf) found.push(oneOf)
  if (not !== undefined) found.push(negationOf(not, base))
  if (condition !== undefined) {
    const not = negationOf(condition, base)
    found.push([mergeSchemas(condition, then ?? true), ...not.map((other) => mergeSchemas(other, otherwise ?? true))])
  }
  found.push(...dependentChoices(dependentRequired))
  for (const [name, dependent] of Object.entries(dependentSchemas)) {
    found.push([forbidding([name]), mergeSchemas({ required: [name] }, dependent)])
  }
  return allOf.reduce<Choices>(join, settle(base, found))
}

function join(left: Choices, branch: JsonSchema): Choices {
  if (branch === true) return left
  const right = choicesOf(branch === false ? { not: {} } : branch)
  const base = mergeSchemas(left.base, right.base)
  return { base: typeof base === 'boolean' ? left.base : base, choices: [...left.choices, ...right.choices] }
}

/** A choice of one alternative is none. */
function settle(base: JsonSchemaObject, found: readonly (readonly JsonSchema[])[]): Choices {
  const choices = found.map((choice) => choice.filter((alternative) => alternative !== false))
  const single = choices.filter((choice) => choice.length === 1).flat()
  const merged = single.reduce<JsonSchema>(mergeSchemas, base)
  const left = choices.filter((choice) => choice.length > 1 && !choice.includes(true))
  if (single.length === 0 || typeof merged === 'boolean') return { base, choices: left }
  const inner = choicesOf(merged)
  return { base: inner.base, choices: [...inner.choices, ...left] }
}

/** Members that need each other make one choice: all of them, or none. */
function dependentChoices(dependent: Readonly<Record<string, readonly string[]>>): (readonly JsonSchema[])[] {
  const closures = new Map(Object.keys(dependent).map((name) => [name, closureOf(name, dependent)]))
  const groups = new Map<string, { members: string[]; closure: readonly string[] }>()
  for (const [name, closure] of closures) {
    const group = groups.get(JSON.stringify(closure))
    if (group) group.members.push(name)
    else groups.set(JSON.stringify(closure), { members: [name], closure })
  }
  return [...groups.values()].map(({ members, closure }) => [forbidding(members), { required: closure }])
}

/** A member and all that it needs, in a fixed order. */
function closureOf(name: string, dependent: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const closure = new Set([name])
  for (const member of closure) for (const needed of dependent[member] ?? []) closure.add(needed)
  return [...closure].sort()
}

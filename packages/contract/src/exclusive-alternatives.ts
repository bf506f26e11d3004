import { isJsonObject, type Json, type JsonObject } from './json.ts'

/**
 * For `oneOf` whose branches are bare `required` lists: the members that each branch forbids, because only other branches require them.
 * Undefined where saying so would change what is valid: that is unless each branch requires exactly one member more than each other one.
 */
export function bareAlternatives(branches: readonly Json[]): readonly (readonly string[])[] | undefined {
  const required = branches.map(bareRequired)
  if (required.length < 2 || !required.every((names) => names !== undefined)) return undefined
  const lists = required.map((names) => [...new Set(names)])
  const missing = (from: readonly string[], other: readonly string[]): string[] =>
    other.filter((name) => !from.includes(name))
  const exact = lists.every((names, index) =>
    lists.every((other, place) => place === index || missing(names, other).length === 1),
  )
  return exact ? lists.map((names) => [...new Set(missing(names, lists.flat()))]) : undefined
}

/** The members that `not: { required: [one] }`, or `not: { anyOf }` of such, forbids an object to have. */
export function forbiddenMembers(schema: JsonObject): readonly string[] {
  const { not } = schema
  if (!isJsonObject(not)) return []
  const alternatives = Object.keys(not).length === 1 && Array.isArray(not.anyOf) ? not.anyOf : [not]
  const names = alternatives.map((alternative: Json) => {
    const required = bareRequired(alternative)
    return required?.length === 1 ? required[0] : undefined
  })
  return names.every((name) => name !== undefined) ? names : []
}

function bareRequired(schema: Json): readonly string[] | undefined {
  if (!isJsonObject(schema) || !Array.isArray(schema.required)) return undefined
  const says = Object.keys(schema).filter((keyword) => keyword !== 'title' && keyword !== 'description')
  const names = schema.required.filter((name: Json) => typeof name === 'string')
  return says.length === 1 && names.length === schema.required.length ? names : undefined
}

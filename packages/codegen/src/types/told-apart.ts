import type { JsonSchema, JsonSchemaObject } from '@assay/contract'
import { forbidding } from './forbidding.ts'
import { mergeSchemas } from './merge-schemas.ts'

/**
 * Alternatives that a constant tells apart (`sender_type` is `natural` or `legal`), each forbidding what only the others
 * require, inside their members too: who says `natural` has no `legal_name`. Other alternatives are given back as they are.
 */
export function toldApart(alternatives: readonly JsonSchema[]): readonly JsonSchema[] {
  const objects = alternatives.filter((alternative) => typeof alternative === 'object')
  const tags = [...new Set(objects.flatMap((alternative) => Object.keys(alternative.properties ?? {})))].filter(
    (name) => {
      const constants = objects.map((alternative) => memberOf(alternative, name)).filter(hasConstant)
      return (
        constants.length > 1 &&
        new Set(constants.map((member) => JSON.stringify(member.const ?? member.enum))).size === constants.length
      )
    },
  )
  const [tag] = tags
  if (tag === undefined) return alternatives
  const tagged = objects.filter((alternative) => hasConstant(memberOf(alternative, tag)))
  return alternatives.map((alternative) =>
    typeof alternative === 'object' && tagged.includes(alternative)
      ? withoutOthers(
          alternative,
          tagged.filter((other) => other !== alternative),
        )
      : alternative,
  )
}

function withoutOthers(own: JsonSchemaObject, others: readonly JsonSchemaObject[]): JsonSchemaObject {
  const declared = new Set([...(own.required ?? []), ...Object.keys(own.properties ?? {})])
  const foreign = others.flatMap((other) => other.required ?? []).filter((name) => !declared.has(name))
  const members = Object.entries(own.properties ?? {}).map(([name, member]): [string, JsonSchema] => {
    const alike = others.map((other) => memberOf(other, name)).filter((other) => other !== undefined)
    return [name, typeof member === 'object' && alike.length > 0 ? withoutOthers(member, alike) : member]
  })
  const narrowed = members.length === 0 ? own : { ...own, properties: Object.fromEntries(members) }
  const merged = foreign.length === 0 ? narrowed : mergeSchemas(narrowed, forbidding([...new Set(foreign)]))
  return typeof merged === 'object' ? merged : own
}

function memberOf(schema: JsonSchemaObject, name: string): JsonSchemaObject | undefined {
  const member = schema.properties?.[name]
  return typeof member === 'object' ? member : undefined
}

function hasConstant(schema: JsonSchemaObject | undefined): schema is JsonSchemaObject {
  return schema?.const !== undefined || schema?.enum?.length === 1
}

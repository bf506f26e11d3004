import { isJsonObject, type Json, type JsonSchema, type Operation } from '@assay/contract'
import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { changing } from '../replacing.ts'
import { defineValueRule, type RequestRuleKind } from '../rule-kind.ts'
import { schemaWithin } from '../schema-within.ts'

interface Parameters {
  readonly value: false
}

/** JSON Schema 2020-12, Core 10.3.2.3, where it is `false`: no members but those that the schema declares. */
export const additionalProperties: RequestRuleKind<Parameters> = defineValueRule<Parameters>({
  kind: 'additionalProperties',
  stage: 'examine',
  parameters: z.strictObject({ value: z.literal(false) }),
  holdsOf(value, rule, _account, operation) {
    if (!isJsonObject(value)) return kept
    const unknown = unknownMember(value, declared(operation, rule.at))
    return unknown === undefined ? kept : broken(`The member ${unknown} at ${rule.at || 'the top'} is not known.`)
  },
  breaks: (_valid, rule, bench) => [
    {
      way: `an unknown member at ${rule.at || 'the top'}`,
      drafts: changing(bench.having(rule.at, rule.when), rule.at, (value) => ({
        ...(isJsonObject(value) ? value : {}),
        zz_unknown: 'x',
      })),
    },
  ],
  edges: () => [],
})

function declared(operation: Operation, at: string): JsonSchema | undefined {
  return schemaWithin(operation.request?.schema, at)
}

function unknownMember(value: { readonly [name: string]: Json }, schema: JsonSchema | undefined): string | undefined {
  if (typeof schema !== 'object') return undefined
  const patterns = Object.keys(schema.patternProperties ?? {}).map((source) => new RegExp(source, 'u'))
  const isKnown = (name: string) =>
    Object.hasOwn(schema.properties ?? {}, name) || patterns.some((pattern) => pattern.test(name))
  return Object.keys(value).find((name) => value[name] !== null && !isKnown(name))
}

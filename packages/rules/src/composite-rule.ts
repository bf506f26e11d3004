import type { JsonSchema, JsonSchemaObject } from '@assay/contract'
import { z } from 'zod'
import type { CompositeParameters } from './composite-parameters.ts'
import { compositeWays } from './composite-ways.ts'
import { isOfType } from './json-type-of.ts'
import { broken, kept } from './judgement.ts'
import { defineValueRule, type RequestRuleKind } from './rule-kind.ts'
import { schemaWithin } from './schema-within.ts'
import { validates } from './validates.ts'
import { withoutNulls } from './without-nulls.ts'

/** Makes the rule kind of a keyword that a validator judges: one that holds other schemas. */
export function defineComposite(kind: keyof JsonSchemaObject): RequestRuleKind<CompositeParameters> {
  return defineValueRule<CompositeParameters>({
    kind,
    stage: 'examine',
    parameters: z.strictObject({ schema: z.looseObject({}) as unknown as z.ZodType<JsonSchemaObject> }),
    holdsOf(value, rule, _account, operation) {
      if (!isOfDeclaredType(value, schemaWithin(operation.request?.schema, rule.at))) return kept
      if (validates(rule.parameters.schema, withoutNulls(value))) return kept
      return broken(`The value at ${rule.at || 'the top'} does not fit ${kind}.`)
    },
    breaks: (_valid, rule, bench) => compositeWays(rule, bench),
    edges: () => [],
  })
}

function isOfDeclaredType(value: Parameters<typeof isOfType>[0], schema: JsonSchema | undefined): boolean {
  if (typeof schema !== 'object' || schema.type === undefined) return true
  return isOfType(value, typeof schema.type === 'string' ? [schema.type] : schema.type)
}

import type { CompositeParameters } from './composite-parameters.ts'
import { defineComposite } from './composite-rule.ts'
import type { RequestRuleKind } from './rule-kind.ts'

/** The keywords that hold other schemas, or that a validator alone judges. */
const keywords = [
  'oneOf',
  'anyOf',
  'not',
  'if',
  'dependentRequired',
  'dependentSchemas',
  'items',
  'prefixItems',
  'contains',
  'patternProperties',
  'propertyNames',
  'x-decimal',
  'x-https-url',
] as const

/** One rule kind for each of them. */
export const compositeKinds: readonly RequestRuleKind<CompositeParameters>[] = keywords.map(defineComposite)

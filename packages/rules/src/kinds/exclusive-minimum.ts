import type { KeywordParameters } from '../keyword-rule.ts'
import { defineNumberLimit } from '../number-limit.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** JSON Schema 2020-12, Validation 6.2.5. */
export const exclusiveMinimum: RequestRuleKind<KeywordParameters<number>> = defineNumberLimit('exclusiveMinimum', 'gt')

import type { Json } from '@assay/contract'
import fc from 'fast-check'
import { z } from 'zod'
import { isOfType, jsonTypeOf } from '../json-type-of.ts'
import { defineKeyword, type KeywordParameters } from '../keyword-rule.ts'
import { plainlyOther } from '../plainly-other.ts'
import { replacing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'
import { sameJson } from '../same-json.ts'

/** JSON Schema 2020-12, Validation 6.1.2: the value is one of a list. */
export const enumeration: RequestRuleKind<KeywordParameters<readonly Json[]>> = defineKeyword<readonly Json[]>({
  kind: 'enum',
  value: z.array(z.json()).min(1) as z.ZodType<readonly Json[]>,
  // A listed value keeps the rule whatever its type: nearly all are, and a list may be long.
  applies: (value, list) => !list.includes(value) && isOfType(value, list.map(jsonTypeOf)),
  test: (value, list) => list.some((allowed) => allowed === value || sameJson(allowed, value)),
  says: (list) => `is not one of ${list.map((value) => JSON.stringify(value)).join(', ')}`,
  breaks: ({ at, limit, drafts, rule }) => [
    {
      way: `a value at ${at} that is not in the list`,
      drafts: replacing(drafts, at, fc.constantFrom(...(rule.parameters.wrong ?? plainlyOther(limit)))),
    },
  ],
  edges: ({ at, limit, bench, rule }) =>
    limit
      .filter((value) => value !== null)
      .map((value) => ({
        way: `${JSON.stringify(value)} at ${at}`,
        drafts: bench.having(at, [...(rule.when ?? []), { at, equals: value }]),
      })),
})

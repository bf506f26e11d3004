import type { Json } from '@assay/contract'
import fc from 'fast-check'
import { z } from 'zod'
import { isOfType, jsonTypeOf } from '../json-type-of.ts'
import { defineKeyword, type KeywordParameters } from '../keyword-rule.ts'
import { plainlyOther } from '../plainly-other.ts'
import { replacing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'
import { sameJson } from '../same-json.ts'

/** JSON Schema 2020-12, Validation 6.1.3: the value is this one. */
export const constantKeyword: RequestRuleKind<KeywordParameters<Json>> = defineKeyword<Json>({
  kind: 'const',
  value: z.json() as z.ZodType<Json>,
  applies: (value, only) => isOfType(value, [jsonTypeOf(only)]),
  test: sameJson,
  says: (only) => `is not ${JSON.stringify(only)}`,
  breaks: ({ at, limit, drafts, rule }) => [
    {
      way: `another value at ${at}`,
      drafts: replacing(drafts, at, fc.constantFrom(...(rule.parameters.wrong ?? plainlyOther([limit])))),
    },
  ],
  edges: ({ at, drafts }) => [{ way: `the only value at ${at}`, drafts }],
})

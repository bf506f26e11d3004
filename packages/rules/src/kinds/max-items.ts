import { z } from 'zod'
import { defineKeyword, type KeywordParameters } from '../keyword-rule.ts'
import { replacing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** JSON Schema 2020-12, Validation 6.4.1: an array of at most so many items. */
export const maxItems: RequestRuleKind<KeywordParameters<number>> = defineKeyword<number>({
  kind: 'maxItems',
  value: z.int().min(0),
  applies: Array.isArray,
  test: (value, limit) => Array.isArray(value) && value.length <= limit,
  says: (limit) => `has more than ${limit} items`,
  breaks: ({ at, limit, schema, drafts, bench }) => {
    const count = limit + 1
    if (count < 0) return []
    const values = bench.valuesOf({ ...schema, minItems: count, maxItems: count })
    return [{ way: `${count} items at ${at} (at most ${limit})`, drafts: replacing(drafts, at, values) }]
  },
  edges: ({ at, limit, schema, drafts, bench }) => [
    {
      way: `${limit} items at ${at} (at most ${limit})`,
      drafts: replacing(drafts, at, bench.valuesOf({ ...schema, minItems: limit, maxItems: limit })),
    },
  ],
})

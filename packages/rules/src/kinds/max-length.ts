import { z } from 'zod'
import { isCode } from '../is-code.ts'
import { defineKeyword, type KeywordParameters } from '../keyword-rule.ts'
import { freeLength, lengthOf } from '../length-of.ts'
import { replacing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** JSON Schema 2020-12, Validation 6.3.1: a string of at most so many characters (code points). */
export const maxLength: RequestRuleKind<KeywordParameters<number>> = defineKeyword<number>({
  kind: 'maxLength',
  value: z.int().min(0),
  applies: (value) => typeof value === 'string',
  test: (value, limit) => String(value).length <= limit || lengthOf(String(value)) <= limit,
  says: (limit) => `is longer than ${limit} characters`,
  breaks: ({ at, limit, schema, drafts, bench }) => [
    {
      way: `${limit + 1} characters at ${at} (at most ${limit})`,
      drafts: replacing(
        drafts,
        at,
        bench.valuesOf({ ...freeLength(schema), minLength: limit + 1, maxLength: limit + 1 }),
      ),
    },
  ],
  edges: ({ at, limit, schema, drafts, bench }) =>
    (isCode(at, bench.operation) ? [] : [limit, limit - 1])
      .filter((length) => length >= (schema.minLength ?? 1))
      .map((length) => ({
        way: `${length} characters at ${at} (at most ${limit})`,
        drafts: replacing(drafts, at, bench.valuesOf({ ...schema, minLength: length, maxLength: length })),
      })),
})

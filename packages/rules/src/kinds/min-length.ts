import fc from 'fast-check'
import { z } from 'zod'
import { isCode } from '../is-code.ts'
import { defineKeyword, type KeywordParameters } from '../keyword-rule.ts'
import { freeLength, hasLength } from '../length-of.ts'
import { replacing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** JSON Schema 2020-12, Validation 6.3.2: a string of at least so many characters (code points). */
export const minLength: RequestRuleKind<KeywordParameters<number>> = defineKeyword<number>({
  kind: 'minLength',
  // An empty value is missing rather than wrong: what else is asked of it is not looked at.
  stage: 'require',
  value: z.int().min(0),
  applies: (value) => typeof value === 'string',
  test: (value, limit) => hasLength(String(value), limit),
  says: (limit) => (limit === 1 ? 'is empty' : `is shorter than ${limit} characters`),
  breaks: ({ at, limit, schema, drafts, bench }) => {
    if (limit === 0) return []
    const short =
      limit === 1
        ? fc.constant('')
        : bench.valuesOf({ ...freeLength(schema), minLength: limit - 1, maxLength: limit - 1 })
    return [{ way: `${limit - 1} characters at ${at} (at least ${limit})`, drafts: replacing(drafts, at, short) }]
  },
  edges: ({ at, limit, schema, drafts, bench }) =>
    (isCode(at, bench.operation) ? [] : [limit, limit + 1])
      .filter((length) => length > 0 && length <= (schema.maxLength ?? length))
      .map((length) => ({
        way: `${length} characters at ${at} (at least ${limit})`,
        drafts: replacing(drafts, at, bench.valuesOf({ ...schema, minLength: length, maxLength: length })),
      })),
})

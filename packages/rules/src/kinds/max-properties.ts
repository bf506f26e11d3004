import { isJsonObject, type JsonObject } from '@assay/contract'
import { z } from 'zod'
import { defineKeyword, type KeywordParameters } from '../keyword-rule.ts'
import { membersSent } from '../members-sent.ts'
import { changing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** JSON Schema 2020-12, Validation 6.5.1: an object of at most so many members. */
export const maxProperties: RequestRuleKind<KeywordParameters<number>> = defineKeyword<number>({
  kind: 'maxProperties',
  stage: 'require',
  value: z.int().min(0),
  applies: isJsonObject,
  test: (value, limit) => membersSent(value) <= limit,
  says: (limit) => `has more than ${limit} members`,
  breaks: ({ at, limit, schema, drafts }) => {
    // Where unknown members are refused by a rule of their own, one fault alone cannot be made with them.
    if (schema.additionalProperties === false) return []
    const more = changing(drafts, at, (value) => {
      const members: Record<string, JsonObject[string]> = isJsonObject(value) ? { ...value } : {}
      for (let number = 1; Object.keys(members).length <= limit; number += 1) members[`zz_unknown_${number}`] = 'x'
      return members
    })
    return [{ way: `${limit + 1} members at ${at || 'the top'} (at most ${limit})`, drafts: more }]
  },
})

import { isJsonObject } from '@assay/contract'
import { z } from 'zod'
import { defineKeyword, type KeywordParameters } from '../keyword-rule.ts'
import { membersSent } from '../members-sent.ts'
import { changing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** JSON Schema 2020-12, Validation 6.5.2: an object of at least so many members. */
export const minProperties: RequestRuleKind<KeywordParameters<number>> = defineKeyword<number>({
  kind: 'minProperties',
  stage: 'require',
  value: z.int().min(0),
  applies: isJsonObject,
  test: (value, limit) => membersSent(value) >= limit,
  says: (limit) => (limit === 1 ? 'is empty' : `has fewer than ${limit} members`),
  breaks: ({ at, limit, drafts }) => {
    if (limit === 0) return []
    const fewer = changing(drafts, at, (value) =>
      isJsonObject(value) ? Object.fromEntries(Object.entries(value).slice(0, limit - 1)) : {},
    )
    return [{ way: `${limit - 1} members at ${at || 'the top'} (at least ${limit})`, drafts: fewer }]
  },
})

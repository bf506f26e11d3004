import { isJsonNumber } from '@assay/contract'
import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { defineValueRule, type RequestRuleKind } from '../rule-kind.ts'

/** A reference is used once: a second request with it is refused. */
export const unique: RequestRuleKind<Record<string, never>> = defineValueRule<Record<string, never>>({
  kind: 'unique',
  stage: 'remember',
  parameters: z.strictObject({}),
  holdsOf(reference, rule, account) {
    if (typeof reference !== 'string' && !isJsonNumber(reference)) return kept
    return account.taken(rule.at, String(reference)) ? broken(`The reference at ${rule.at} was used before.`) : kept
  },
  breaks: (_valid, rule, bench) => [
    {
      way: `the value at ${rule.at} of an earlier one`,
      drafts: bench.having(rule.at, rule.when).map((draft) => ({ ...draft, repeated: true as const })),
    },
  ],
  edges: () => [],
})

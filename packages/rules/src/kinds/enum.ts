import type { Json } from '@assay/contract'
import fc from 'fast-check'
import { z } from 'zod'
import { isOfType, jsonTypeOf } from '../json-type-of.ts'
import { defineKeyword, type KeywordParameters } from '../keyword-rule.ts'
import { plainlyOther } from '../plainly-other.ts'
import { replacing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'
import { sameJson } from '../same-json.ts'

/** Of a longer list the values are taken as they come. */
const MOST_REPLACED = 4

/** JSON Schema 2020-12, Validation 6.1.2: the value is one of a list. */
export const enumeration: RequestRuleKind<KeywordParameters<readonly Json[]>> = defineKeyword<readonly Json[]>({
  kind: 'enum',
  value: z.array(z.json()).min(1) as z.ZodType<readonly Json[]>,
  // A listed value keeps the rule whatever its type: nearly all are, and a list may be long.
  applies: (value, list) => !list.includes(value) && isOfType(value, list.map(jsonTypeOf)),
  test: (value, list) => list.some((allowed) => allowed === value || sameJson(allowed, value)),
  says: (list) => `is not one of ${list.map((value) => JSON.stringify(value)).join(', ')}`,
  breaks({ at, limit, drafts, rule, bench }) {
    const wrong = fc.constantFrom(...(rule.parameters.wrong ?? plainlyOther(limit)))
    const way = `a value at ${at} that is not in the list`
    if (limit.length > MOST_REPLACED) return [{ way, drafts: replacing(drafts, at, wrong) }]
    // What stands beside a listed value may belong to it: who takes an unknown one for another may refuse it for that, and not for itself.
    return limit
      .filter((value) => value !== null)
      .map((value) => ({
        way: `${way}, instead of ${JSON.stringify(value)}`,
        drafts: replacing(bench.having(at, [...(rule.when ?? []), { at, equals: value }]), at, wrong),
      }))
  },
  edges: ({ at, limit, bench, rule }) =>
    limit
      .filter((value) => value !== null)
      .map((value) => ({
        way: `${JSON.stringify(value)} at ${at}`,
        drafts: bench.having(at, [...(rule.when ?? []), { at, equals: value }]),
      })),
})

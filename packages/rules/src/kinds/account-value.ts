import type { Json } from '@assay/contract'
import fc from 'fast-check'
import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { replacing } from '../replacing.ts'
import { defineValueRule, type RequestRuleKind } from '../rule-kind.ts'
import { sameJson } from '../same-json.ts'

/** A value that only the account knows is one of its own: the id of a wallet. Where the account lists none it takes any. */
export const accountValue: RequestRuleKind<Record<string, never>> = defineValueRule<Record<string, never>>({
  kind: 'account-value',
  stage: 'validate',
  parameters: z.strictObject({}),
  holdsOf(value, rule, account) {
    const known = account.profile.values[rule.at]
    // What is no text or number is the fault of `type`.
    if (known === undefined || typeof value !== typeof known[0]) return kept
    return isOneOf(value, known) ? kept : broken(`The account knows no such value at ${rule.at}.`)
  },
  breaks(valid, rule, bench) {
    const known = bench.account.profile.values[rule.at]
    const schema = bench.schemaAt(rule.at)
    if (known === undefined || schema === undefined) return []
    const unknown = bench.valuesOf(schema).filter((value) => !isOneOf(value, known))
    return [{ way: `a value at ${rule.at} that is not the account's`, drafts: replacing(valid, rule.at, unknown) }]
  },
  edges: (valid, rule, bench) =>
    bench.accountKnown
      ? (bench.account.profile.values[rule.at] ?? []).map((value) => ({
          way: `the account's own value at ${rule.at}`,
          drafts: replacing(valid, rule.at, fc.constant(value)),
        }))
      : [],
})

function isOneOf(value: Json, known: readonly Json[]): boolean {
  return known.some((own) => sameJson(own, value))
}

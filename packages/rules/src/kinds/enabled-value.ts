import { z } from 'zod'
import { currencyCodes } from '../currency-codes.ts'
import { expectedCurrencies, withCurrency } from '../currency-role.ts'
import { broken, kept } from '../judgement.ts'
import { narrowAt } from '../narrow-at.ts'
import { withBody } from '../replacing.ts'
import { defineValueRule, type RequestRuleKind } from '../rule-kind.ts'
import { schemaWithin } from '../schema-within.ts'

/** A currency code that is known is not switched off for the account. Without ways where the account's switched-off codes are not known. */
export const enabledValue: RequestRuleKind<Record<string, never>> = defineValueRule<Record<string, never>>({
  kind: 'enabled-value',
  stage: 'validate',
  parameters: z.strictObject({}),
  holdsOf(code, _rule, account) {
    if (typeof code !== 'string' || account.currency(code)?.disabled !== true) return kept
    return broken(`The currency ${code} is switched off.`)
  },
  breaks(_valid, rule, bench) {
    if (!bench.accountKnown) return []
    const asked = bench.operation.rules.find(({ kind, at }) => kind === 'currency-type' && at === rule.at)?.parameters
      .type
    const declared = schemaWithin(bench.operation.request?.schema, rule.at)
    const codes = typeof declared === 'object' ? declared.enum : undefined
    return expectedCurrencies(bench)
      .filter(({ disabled, type }) => disabled === true && (asked === undefined || asked === type))
      .filter(({ code }) => codes?.includes(code) ?? true)
      .map((currency) => ({
        way: `${currency.code} at ${rule.at}, which is switched off`,
        drafts: bench
          .having(rule.at, rule.when)
          .map((draft) => withBody(draft, withCurrency(draft.body, rule.at, currency, bench))),
      }))
  },
  edges: () => [],
  narrows: (schema, rule, account) => narrowAt(schema, rule.at, { enum: currencyCodes(account) }),
})

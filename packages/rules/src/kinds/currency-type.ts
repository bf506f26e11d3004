import type { Currency } from '@assay/contract'
import { z } from 'zod'
import { currencyCodes } from '../currency-codes.ts'
import { expectedCurrencies, withCurrency } from '../currency-role.ts'
import { broken, kept } from '../judgement.ts'
import { narrowAt } from '../narrow-at.ts'
import { withBody } from '../replacing.ts'
import { defineValueRule, type RequestRuleKind } from '../rule-kind.ts'

interface Parameters {
  readonly type: Currency['type']
}

/** A currency code that is known is that of a fiat currency, or of a cryptocurrency. */
export const currencyType: RequestRuleKind<Parameters> = defineValueRule<Parameters>({
  kind: 'currency-type',
  stage: 'validate',
  parameters: z.strictObject({ type: z.enum(['fiat', 'crypto']) }),
  holdsOf(code, rule, account) {
    const currency = typeof code === 'string' ? account.currency(code) : undefined
    if (currency === undefined || currency.type === rule.parameters.type) return kept
    return broken(`The currency ${currency.code} is not ${rule.parameters.type}.`)
  },
  breaks: (_valid, rule, bench) =>
    expectedCurrencies(bench)
      .filter(({ disabled, type }) => disabled !== true && type !== rule.parameters.type)
      .map((currency) => ({
        way: `${currency.code} at ${rule.at}, which is ${currency.type}`,
        // Into any valid draft: of the right type there may be no code that the provider is sure to know.
        drafts: bench
          .having(
            '',
            (rule.when ?? []).filter((premise) => premise.at !== rule.at),
          )
          .map((draft) => withBody(draft, withCurrency(draft.body, rule.at, currency, bench))),
      })),
  edges: () => [],
  narrows: (schema, rule, account) => narrowAt(schema, rule.at, { enum: currencyCodes(account, rule.parameters.type) }),
})

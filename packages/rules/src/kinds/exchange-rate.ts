import { type JsonSchema, parsePointer } from '@assay/contract'
import { z } from 'zod'
import { withCurrency } from '../currency-role.ts'
import { broken, kept } from '../judgement.ts'
import { mergeSchemas } from '../merge-schemas.ts'
import { below } from '../narrow-at.ts'
import { withBody } from '../replacing.ts'
import { defineRequestRule, type RequestRuleKind } from '../rule-kind.ts'
import { sentAt } from '../sent-at.ts'

interface Parameters {
  /** JSON Pointers to the codes of the two currencies. */
  readonly from: string
  readonly to: string
  /** The account state in which there is no rate between any two. */
  readonly state?: string | undefined
}

/** There is an exchange rate between two currencies. Without ways where the account's missing rates are not known. */
export const exchangeRate: RequestRuleKind<Parameters> = defineRequestRule<Parameters>({
  kind: 'exchange-rate',
  stage: 'validate',
  parameters: z.strictObject({ from: z.string(), to: z.string(), state: z.string().optional() }),
  reads: ({ parameters }) => [parameters.from, parameters.to],
  holds(request, rule, account) {
    const { from, to, state = 'exchange-rate-unavailable' } = rule.parameters
    const [one, other] = [sentAt(request.body, from), sentAt(request.body, to)]
    if (typeof one !== 'string' || typeof other !== 'string') return kept
    const isMissing = account.profile.withoutRate?.some((pair) => pair[0] === one && pair[1] === other) ?? false
    if (!isMissing && !account.inState(state)) return kept
    return broken(`There is no exchange rate between ${one} and ${other}.`, {
      [dotted(from)]: one,
      [dotted(to)]: other,
    })
  },
  breaks(_valid, rule, bench) {
    if (!bench.accountKnown) return []
    const { from, to } = rule.parameters
    return (bench.account.profile.withoutRate ?? []).flatMap(([one, other]) => {
      const currency = bench.account.currency(other)
      if (currency === undefined || currency.disabled === true) return []
      const drafts = bench.having(to, [...(rule.when ?? []), { at: from, equals: one }])
      return [
        {
          way: `${one} at ${from} and ${other} at ${to}`,
          drafts: drafts.map((draft) => withBody(draft, withCurrency(draft.body, to, currency, bench))),
        },
      ]
    })
  },
  edges: () => [],
  narrows(schema, rule, account) {
    const { from, to } = rule.parameters
    return (account.profile.withoutRate ?? []).reduce<JsonSchema>(
      (narrowed, [one, other]) =>
        mergeSchemas(narrowed, {
          anyOf: [below(from, { not: { const: one } }, false), below(to, { not: { const: other } }, false)],
        }),
      schema,
    )
  },
})

/** A place as error texts name it: `currency.iso`. */
function dotted(pointer: string): string {
  return parsePointer(pointer).join('.')
}

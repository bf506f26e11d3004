import type { Json } from '@assay/contract'
import Big from 'big.js'
import { z } from 'zod'
import type { Account } from '../account.ts'
import { decimalLike, decimalOf, placesOf } from '../decimal-of.ts'
import type { Draft } from '../draft.ts'
import { broken, kept } from '../judgement.ts'
import { learnedHoles } from '../learned-holes.ts'
import { changing } from '../replacing.ts'
import { defineRequestRule, type RequestRuleKind, type RuleOf } from '../rule-kind.ts'
import { sentAt } from '../sent-at.ts'

interface Parameters {
  /** JSON Pointer to the code of the currency that the amount is in. */
  readonly per: string
}

/** No currency has as many decimal places: what is sent where the currency's own are not known. */
const TOO_MANY = 30
/** Decimal places that most currencies have, the likeliest first. */
const LIKELY = ['2', '0', '1'] as const

/** An amount has no more decimal places than its currency; zeros at the end do not count. */
export const decimalPlaces: RequestRuleKind<Parameters> = defineRequestRule<Parameters>({
  kind: 'decimal-places',
  stage: 'validate',
  parameters: z.strictObject({ per: z.string() }),
  reads: (rule) => [rule.at, rule.parameters.per],
  holds(request, rule, account) {
    const amount = decimalOf(sentAt(request.body, rule.at))
    const limit = limitOf(request.body, rule, account)
    if (amount === undefined || limit === undefined || placesOf(amount) <= limit) return kept
    const code = sentAt(request.body, rule.parameters.per)
    if (typeof code !== 'string') return kept
    return broken(`An amount in ${code} has at most ${limit} decimal places.`, {
      currency: code,
      'decimal-places': String(limit),
    })
  },
  breaks(_valid, rule, bench) {
    const drafts = bench.having(rule.at, [...(rule.when ?? []), { at: rule.parameters.per, present: true }])
    const withPlaces = (places: (draft: Draft) => number) =>
      changing(drafts, rule.at, (amount, draft) => longer(amount, places(draft), bench.account))
    return [
      ...(bench.accountKnown
        ? [
            {
              way: `one decimal place too many at ${rule.at}`,
              drafts: withPlaces(({ body }) => (limitOf(body, rule, bench.account) ?? TOO_MANY) + 1),
            },
          ]
        : []),
      { way: `${TOO_MANY} decimal places at ${rule.at}`, drafts: withPlaces(() => TOO_MANY) },
    ]
  },
  edges(_valid, rule, bench) {
    if (!bench.accountKnown) return []
    const drafts = bench.having(rule.at, [...(rule.when ?? []), { at: rule.parameters.per, present: true }])
    return [
      {
        way: `as many decimal places at ${rule.at} as the currency has`,
        drafts: changing(drafts, rule.at, (amount, draft) => {
          const limit = limitOf(draft.body, rule, bench.account) ?? 0
          return limit === 0 ? (amount ?? '100') : longer(amount, limit, bench.account)
        }),
      },
    ]
  },
  learns(answer, rule, operation) {
    const places = learnedHoles(answer, rule.answer, operation)?.['decimal-places']
    return places !== undefined && /^\d{1,3}$/.test(places) ? places : undefined
  },
  measure: (rule) => ({ unit: 'decimal places', per: rule.parameters.per }),
  withLimit(profile, _rule, limit, code) {
    if (limit === undefined) return profile
    const currencies = profile.currencies.map((currency) =>
      currency.code === code ? { ...currency, decimals: Number(limit) } : currency,
    )
    return { ...profile, currencies }
  },
  searches(rule, bench) {
    const drafts = bench.having(rule.at, [...(rule.when ?? []), { at: rule.parameters.per, present: true }])
    return {
      takes: 'up-to',
      likely: LIKELY,
      beyond: String(TOO_MANY),
      step: '1',
      drafts: (value) => changing(drafts, rule.at, (amount) => longer(amount, Number(value), bench.account)),
    }
  },
})

function limitOf(body: Json | undefined, rule: RuleOf<Parameters>, account: Account): number | undefined {
  const code = sentAt(body, rule.parameters.per)
  return typeof code === 'string' ? account.currency(code)?.decimals : undefined
}

/** Almost the same amount with exactly so many decimal places, the last digit not zero. */
function longer(amount: Json | undefined, places: number, account: Account): Json {
  const value = decimalOf(amount) ?? new Big(100)
  if (places === 0) return decimalLike(amount, value.round(0, Big.roundDown).toFixed())
  const smallest = new Big(`1e-${places}`)
  const cut = value.round(places - 1, Big.roundDown)
  const maximum = account.profile.amount?.maximum
  // At the account's maximum the digit is taken off instead.
  const changed = maximum !== undefined && value.gte(maximum) ? cut.minus(smallest) : cut.plus(smallest)
  return decimalLike(amount, changed.toFixed(places))
}

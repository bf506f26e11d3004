import type { JsonSchema } from '@assay/contract'
import Big from 'big.js'
import type { Arbitrary } from 'fast-check'
import { z } from 'zod'
import type { Account } from '../account.ts'
import { decimalLike, decimalOf } from '../decimal-of.ts'
import type { Draft, Way } from '../draft.ts'
import { broken, kept } from '../judgement.ts'
import { learnedHoles } from '../learned-holes.ts'
import { narrowWhere } from '../narrow-where.ts'
import { changing } from '../replacing.ts'
import { type Bench, defineRequestRule, type RequestRuleKind, type RuleOf } from '../rule-kind.ts'
import { schemaWithin } from '../schema-within.ts'
import { sentAt } from '../sent-at.ts'

interface Parameters {
  readonly bound: 'minimum' | 'maximum'
  /** JSON Pointer to the code of the currency that the amount is in. */
  readonly per: string
}

/** Beyond any limit: more than all the money there is. */
const HUGE = '1000000000000000'

/** Amounts that most accounts take, the likeliest first. */
const LIKELY = ['100', '1000', '10', '10000', '1', '100000'] as const

/** An amount in the currency in which the account's limits are counted is within them. */
export const amountRange: RequestRuleKind<Parameters> = defineRequestRule<Parameters>({
  kind: 'amount-range',
  stage: 'validate',
  parameters: z.strictObject({ bound: z.enum(['minimum', 'maximum']), per: z.string() }),
  reads: (rule) => [rule.at, rule.parameters.per],
  holds(request, rule, account) {
    const limits = account.profile.amount
    if (limits === undefined || sentAt(request.body, rule.parameters.per) !== limits.currency) return kept
    const amount = decimalOf(sentAt(request.body, rule.at))
    const { bound } = rule.parameters
    const limit = limits[bound]
    const exact = exactly(limit)
    if (amount === undefined || (bound === 'minimum' ? amount.gte(exact) : amount.lte(exact))) return kept
    return broken(`The ${bound} amount is ${limit} ${limits.currency}.`, { amount: limit })
  },
  breaks(_valid, rule, bench) {
    const limits = bench.account.profile.amount
    if (limits === undefined) return []
    const isMinimum = rule.parameters.bound === 'minimum'
    const unit = unitOf(limits.currency, bench.account)
    const limit = new Big(limits[rule.parameters.bound])
    const known = bench.accountKnown ? [isMinimum ? limit.minus(unit) : limit.plus(unit)] : []
    return amountWays([...known, isMinimum ? unit : new Big(HUGE)], rule, bench)
  },
  edges(_valid, rule, bench) {
    const limits = bench.account.profile.amount
    if (limits === undefined || !bench.accountKnown) return []
    const unit = unitOf(limits.currency, bench.account)
    const limit = new Big(limits[rule.parameters.bound])
    return amountWays([limit, rule.parameters.bound === 'minimum' ? limit.plus(unit) : limit.minus(unit)], rule, bench)
  },
  narrows(schema, rule, account) {
    const limits = account.profile.amount
    if (limits === undefined) return schema
    const { bound, per } = rule.parameters
    const declared = schemaWithin(schema, rule.at)
    const isText = typeof declared === 'object' && declared.type === 'string'
    const asked: JsonSchema = isText ? { 'x-decimal': { [bound]: limits[bound] } } : { [bound]: Number(limits[bound]) }
    return narrowWhere(schema, [...(rule.when ?? []), { at: per, equals: limits.currency }], rule.at, asked, account)
  },
  learns(answer, rule, operation) {
    const amount = learnedHoles(answer, rule.answer, operation)?.amount
    return amount === undefined || amount.startsWith('-') ? undefined : decimalOf(amount)?.toFixed()
  },
  measure: (_rule, { amount }) => ({ unit: amount?.currency ?? '' }),
  withLimit(profile, rule, limit) {
    if (profile.amount === undefined) return profile
    const { bound } = rule.parameters
    const amount = { ...profile.amount, [bound]: limit ?? (bound === 'minimum' ? '0' : HUGE) }
    // Of limits that exclude each other the newer one stands.
    const apart = new Big(amount.minimum).lte(amount.maximum)
    return { ...profile, amount: apart ? amount : { ...amount, minimum: amount[bound], maximum: amount[bound] } }
  },
  searches(rule, bench) {
    const limits = bench.account.profile.amount
    if (limits === undefined) return undefined
    const isMinimum = rule.parameters.bound === 'minimum'
    const unit = unitOf(limits.currency, bench.account).toFixed()
    const drafts = draftsIn(limits.currency, rule, bench)
    return {
      takes: isMinimum ? 'from' : 'up-to',
      likely: LIKELY,
      beyond: isMinimum ? unit : HUGE,
      step: unit,
      drafts: (value) => changing(drafts, rule.at, (sample) => decimalLike(sample, value)),
    }
  },
})

function amountWays(amounts: readonly Big[], rule: RuleOf<Parameters>, bench: Bench): readonly Way[] {
  const currency = bench.account.profile.amount?.currency ?? ''
  const drafts = draftsIn(currency, rule, bench)
  const texts = new Set(amounts.filter((amount) => amount.gt(0)).map((amount) => amount.toFixed()))
  return [...texts].map((text) => ({
    way: `${text} ${currency} at ${rule.at}`,
    drafts: changing(drafts, rule.at, (sample) => decimalLike(sample, text)),
  }))
}

/** Valid drafts whose amount is in a currency. */
function draftsIn(currency: string, rule: RuleOf<Parameters>, bench: Bench): Arbitrary<Draft> {
  return bench.having(rule.at, [...(rule.when ?? []), { at: rule.parameters.per, equals: currency }])
}

/** The smallest unit of a currency. */
function unitOf(code: string, account: Account): Big {
  return new Big(`1e-${account.currency(code)?.decimals ?? 2}`)
}

const read = new Map<string, Big>()
const MOST_READ = 100

/** A limit as a decimal, read once: every request is compared with the same few. */
function exactly(limit: string): Big {
  const known = read.get(limit)
  if (known !== undefined) return known
  const exact = new Big(limit)
  if (read.size >= MOST_READ) read.clear()
  read.set(limit, exact)
  return exact
}

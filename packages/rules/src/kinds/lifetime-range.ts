import type { Json } from '@assay/contract'
import { z } from 'zod'
import type { Way } from '../draft.ts'
import { broken, kept } from '../judgement.ts'
import { learnedHoles } from '../learned-holes.ts'
import { type LifetimeField, lifetimeOf, secondsIn } from '../lifetime.ts'
import { narrowWhere } from '../narrow-where.ts'
import { changing } from '../replacing.ts'
import { type Bench, defineRequestRule, type RequestRuleKind, type RuleOf } from '../rule-kind.ts'

const field: z.ZodType<LifetimeField> = z.strictObject({ at: z.string(), unit: z.enum(['seconds', 'minutes']) })

interface Parameters {
  readonly bound: 'minimum' | 'maximum'
  /** The field that counts the lifetime from now. */
  readonly duration?: LifetimeField | undefined
  /** The field that names the moment of expiry, in Unix time. */
  readonly instant?: LifetimeField | undefined
}

/** Clocks differ: instants keep this distance from the limits, in seconds. */
const SPARE = 5
/** Seconds in 100 years: longer than any lifetime. */
const CENTURY = 100 * 365 * 86_400
/** Lifetimes that most accounts take, in seconds, the likeliest first. */
const LIKELY = ['3600', '86400', '900', '1800', '604800', '360000', '300', '60'] as const

/** The lifetime asked for, as a duration or an instant, is neither shorter nor longer than the account's limit. */
export const lifetimeRange: RequestRuleKind<Parameters> = defineRequestRule<Parameters>({
  kind: 'lifetime-range',
  stage: 'validate',
  parameters: z.strictObject({
    bound: z.enum(['minimum', 'maximum']),
    duration: field.optional(),
    instant: field.optional(),
  }),
  reads: ({ parameters }) =>
    [parameters.duration, parameters.instant].flatMap((place) => (place === undefined ? [] : [place.at])),
  holds(request, rule, account) {
    const limit = account.profile.lifetime?.[rule.parameters.bound]
    const seconds = lifetimeOf(request.body, rule.parameters, account.now())
    if (limit === undefined || seconds === undefined) return kept
    if (rule.parameters.bound === 'minimum' ? seconds >= limit : seconds <= limit) return kept
    const span = inWords(limit)
    return broken(`The ${rule.parameters.bound} lifetime is ${span.span} ${span.unit}.`, {
      span: span.span,
      'minutes/days': span.unit,
    })
  },
  breaks(_valid, rule, bench) {
    const limit = bench.account.profile.lifetime?.[rule.parameters.bound]
    if (limit === undefined) return []
    const isMinimum = rule.parameters.bound === 'minimum'
    const extreme = isMinimum ? 1 : CENTURY
    const outside = isMinimum ? -1 : 1
    return [
      ...(bench.accountKnown ? lifetimeWays(limit, outside, rule, bench) : []),
      ...((isMinimum ? limit > 60 : limit < extreme) ? lifetimeWays(extreme, 0, rule, bench) : []),
    ]
  },
  edges(_valid, rule, bench) {
    const limit = bench.account.profile.lifetime?.[rule.parameters.bound]
    if (limit === undefined || !bench.accountKnown) return []
    const inside = rule.parameters.bound === 'minimum' ? 1 : -1
    // An instant exactly at the limit would be outside it a moment later, so instants stay inside.
    return [
      ...lifetimeWays(limit, 0, { ...rule, parameters: { ...rule.parameters, instant: undefined } }, bench),
      ...lifetimeWays(limit, inside, rule, bench),
    ]
  },
  narrows(schema, rule, account) {
    const limit = account.profile.lifetime?.[rule.parameters.bound]
    if (limit === undefined) return schema
    const { bound, duration, instant } = rule.parameters
    const round = bound === 'minimum' ? Math.ceil : Math.floor
    const spare = bound === 'minimum' ? SPARE : -SPARE
    const places: [string, number][] = []
    if (duration !== undefined) places.push([duration.at, round(limit / secondsIn(duration.unit))])
    if (instant !== undefined)
      places.push([instant.at, round((account.now() / 1000 + limit + spare) / secondsIn(instant.unit))])
    return places.reduce(
      (narrowed, [at, value]) => narrowWhere(narrowed, rule.when, at, { [bound]: value }, account),
      schema,
    )
  },
  learns(answer, rule, operation) {
    const holes = learnedHoles(answer, rule.answer, operation) ?? {}
    const unit = Object.values(holes)
      .map((word) => UNITS[word.replace(/s$/, '')])
      .find((seconds) => seconds !== undefined)
    const span = holes.span
    return span === undefined || !/^\d{1,9}$/.test(span) ? undefined : String(Number(span) * (unit ?? 1))
  },
  measure: () => ({ unit: 'seconds' }),
  withLimit(profile, rule, limit) {
    if (profile.lifetime === undefined) return profile
    const { bound } = rule.parameters
    const seconds = limit === undefined ? (bound === 'minimum' ? 0 : CENTURY) : Number(limit)
    const lifetime = { ...profile.lifetime, [bound]: seconds }
    // Of limits that exclude each other the newer one stands.
    const apart = lifetime.minimum <= lifetime.maximum
    return { ...profile, lifetime: apart ? lifetime : { minimum: seconds, maximum: seconds } }
  },
  searches(rule, bench) {
    // A moment of expiry moves on while one searches.
    const { bound, duration } = rule.parameters
    if (bench.account.profile.lifetime === undefined || duration === undefined) return undefined
    const unit = secondsIn(duration.unit)
    const drafts = bench.having(duration.at, rule.when)
    return {
      takes: bound === 'minimum' ? 'from' : 'up-to',
      likely: LIKELY,
      beyond: String(bound === 'minimum' ? unit : CENTURY),
      step: String(unit),
      drafts: (value) => changing(drafts, duration.at, () => Number(value) / unit),
    }
  },
})

const UNITS: Readonly<Record<string, number | undefined>> = { second: 1, minute: 60, hour: 3600, day: 86_400 }

/** Ways with a lifetime that lies a step beside a number of seconds: one unit for durations, the spare for instants; `side` tells where. */
function lifetimeWays(seconds: number, side: -1 | 0 | 1, rule: RuleOf<Parameters>, bench: Bench): readonly Way[] {
  const { duration, instant } = rule.parameters
  const ways: Way[] = []
  const add = (at: string, what: string, make: () => Json) =>
    ways.push({ way: `${what} at ${at}`, drafts: changing(bench.having(at, rule.when), at, make) })
  if (duration !== undefined) {
    const unit = secondsIn(duration.unit)
    const inside = rule.parameters.bound === 'minimum' ? Math.ceil : Math.floor
    // In minutes the nearest whole number outside the limit may be less than one minute away.
    const outside = side === -1 ? Math.ceil(seconds / unit) - 1 : Math.floor(seconds / unit) + 1
    const value = side === 0 ? Math.max(1, inside(seconds / unit)) : outside
    if (value > 0) add(duration.at, `${value} ${duration.unit}`, () => value)
  }
  if (instant !== undefined) {
    const unit = secondsIn(instant.unit)
    // The clock is read for each draft, so that a long run does not make old instants.
    const from = side === 0 ? 0 : side * SPARE
    add(instant.at, `${seconds + from} seconds from now`, () =>
      Math.round((bench.account.now() / 1000 + seconds + from) / unit),
    )
  }
  return ways
}

/** A number of seconds as error texts say it: in days where it is whole days, else in minutes. */
function inWords(seconds: number): { span: string; unit: 'days' | 'minutes' } {
  const isDays = seconds % 86_400 === 0
  return { span: String(seconds / (isDays ? 86_400 : 60)), unit: isDays ? 'days' : 'minutes' }
}

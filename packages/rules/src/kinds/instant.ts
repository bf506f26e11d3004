import { isJsonNumber, type Json, valueAt } from '@assay/contract'
import { z } from 'zod'
import { clockSkew } from '../clock-skew.ts'
import type { Exchange } from '../exchange.ts'
import { broken, kept } from '../judgement.ts'
import { type LifetimeField, lifetimeOf } from '../lifetime.ts'
import { type AnswerRuleKind, defineAnswerRule } from '../rule-kind.ts'
import { withAnswerValue } from '../with-answer-value.ts'

const field = z.strictObject({ at: z.string(), unit: z.enum(['seconds', 'minutes']) }).optional()

interface Parameters {
  /** The field of the request that counts the lifetime from the creation. */
  readonly duration?: LifetimeField | undefined
  /** The field of the request that names the moment itself, in Unix time. */
  readonly instant?: LifetimeField | undefined
  /** Seconds after the creation, where the request tells no lifetime. */
  readonly after?: number | undefined
  /** Seconds after the creation within which the moment lies, where nothing tells it exactly. */
  readonly within?: number | undefined
  readonly as: 'unix-seconds' | 'iso-8601'
  /** Whether Unix seconds may come as a string of digits too. */
  readonly digitString?: boolean | undefined
  /** Seconds by which clocks may differ. Default: 5. */
  readonly tolerance?: number | undefined
}

/**
 * A moment in the answer: the creation plus the lifetime sent, or the moment sent. The creation lies between sending and answer, by our clock or by the
 * one that the answer's Date header shows: no page says how exactly a gateway's clock goes.
 */
export const instant: AnswerRuleKind<Parameters> = defineAnswerRule<Parameters>({
  kind: 'instant',
  parameters: z.strictObject({
    duration: field,
    instant: field,
    after: z.number().min(0).optional(),
    within: z.number().positive().optional(),
    as: z.enum(['unix-seconds', 'iso-8601']),
    digitString: z.boolean().optional(),
    tolerance: z.number().min(0).optional(),
  }),
  holds(exchange, rule) {
    const { request, answer } = exchange
    const { parameters, at } = rule
    const came = valueAt(answer.body, at) ?? undefined
    if (came === undefined) return kept
    const seconds = secondsOf(came, parameters)
    if (seconds === undefined) return broken(`The value at ${at} is no moment in ${parameters.as}.`)
    const { within, tolerance = 5 } = parameters
    const { sentAt, receivedAt } = exchange
    const earliest =
      lifetimeOf(request.body, parameters, sentAt) ?? parameters.after ?? (within === undefined ? undefined : 0)
    const latest = lifetimeOf(request.body, parameters, receivedAt) ?? parameters.after ?? within
    if (earliest === undefined || latest === undefined) return kept
    const early = sentAt / 1000 + earliest - tolerance - seconds
    const late = seconds - (receivedAt / 1000 + latest + tolerance)
    // A moment that was sent is no clock's affair.
    const skew = isSent(exchange, parameters) ? 0 : clockSkew(answer, receivedAt) / 1000
    // Unix seconds are cut, so up to one second is no difference.
    if ([0, skew].some((ahead) => early + ahead <= 1 && late - ahead <= 1)) return kept
    const [by, side] = early > 1 ? [early, 'early'] : [late, 'late']
    return broken(`The moment at ${at} is ${Math.ceil(by + tolerance)} seconds too ${side}.`)
  },
  breaks(answer, rule) {
    const came = valueAt(answer.body, rule.at)
    const seconds = came === undefined || came === null ? undefined : secondsOf(came, rule.parameters)
    const base = seconds ?? 1_700_000_000
    // A century late, half a century early, milliseconds for seconds: outside any lifetime.
    const century = 3_155_760_000
    return [base + century, base - century / 2, base * 1000]
      .filter((wrong) => rule.parameters.as === 'unix-seconds' || wrong < 2e11)
      .map((wrong) => withAnswerValue(answer, rule.at, written(wrong, rule.parameters.as)))
  },
  makes(request, rule, account) {
    const { parameters, at } = rule
    const now = account.now()
    const lifetime = lifetimeOf(request.body, parameters, now) ?? parameters.after ?? parameters.within
    if (lifetime === undefined) return []
    // A moment that was sent comes back as it is, whatever fraction of a second has passed.
    const moment =
      lifetimeOf(request.body, { duration: parameters.duration }, now) === undefined
        ? Math.round(now / 1000 + lifetime)
        : Math.floor(now / 1000) + lifetime
    return [{ at, value: written(moment, parameters.as) }]
  },
})

/** Whether the request names the moment itself. */
function isSent({ request }: Exchange, { instant: sent }: Parameters): boolean {
  return sent !== undefined && valueAt(request.body, sent.at) !== undefined
}

function secondsOf(value: Json, { as, digitString }: Parameters): number | undefined {
  if (as === 'iso-8601') {
    if (typeof value !== 'string' || !/^\d{4}-?\d\d-?\d\dT\d\d:?\d\d/.test(value)) return undefined
    const milliseconds = Date.parse(value)
    return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000
  }
  if (isJsonNumber(value)) return Number(value)
  return digitString === true && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined
}

function written(seconds: number, as: Parameters['as']): Json {
  return as === 'unix-seconds' ? Math.floor(seconds) : new Date(seconds * 1000).toISOString()
}

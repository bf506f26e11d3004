import { type Json, valueAt } from '@assay/contract'
import { z } from 'zod'
import type { ReceivedRequest } from '../exchange.ts'
import { broken, kept } from '../judgement.ts'
import { otherThan } from '../other-than.ts'
import { type AnswerRuleKind, defineAnswerRule, type RuleOf } from '../rule-kind.ts'
import { sameJson } from '../same-json.ts'
import { sentAt } from '../sent-at.ts'
import { withAnswerValue } from '../with-answer-value.ts'

interface Parameters {
  /** What the answer has where the request leaves the field out. */
  readonly value: Json
  /** JSON Pointer into the request. */
  readonly from: string
  /** Values sent that stand for others: each with what may come back for it. */
  readonly instead?: readonly { readonly sent: Json; readonly values: readonly Json[] }[] | undefined
}

/** A member of the answer is the value sent, or the documented default where none was; one that is missing keeps the rule. */
export const defaultValue: AnswerRuleKind<Parameters> = defineAnswerRule<Parameters>({
  kind: 'default',
  parameters: z.strictObject({
    value: z.json() as z.ZodType<Json>,
    from: z.string(),
    instead: z
      .array(z.strictObject({ sent: z.json() as z.ZodType<Json>, values: z.array(z.json() as z.ZodType<Json>).min(1) }))
      .optional(),
  }),
  holds({ request, answer }, rule) {
    const came = valueAt(answer.body, rule.at) ?? undefined
    const right = expected(request, rule)
    if (came === undefined || right.some((value) => sameJson(value, came))) return kept
    return broken(`The value at ${rule.at} is not ${right.map((value) => JSON.stringify(value)).join(' or ')}.`)
  },
  breaks(answer, rule, { request }) {
    let wrong = otherThan(rule.parameters.value)
    const right = expected(request, rule)
    // A value is right only as often as it is listed, so this ends.
    for (let tries = 0; tries <= right.length && right.some((value) => sameJson(value, wrong)); tries += 1)
      wrong = otherThan(wrong)
    return [withAnswerValue(answer, rule.at, wrong)]
  },
  makes: (request, rule) =>
    expected(request, rule)
      .slice(0, 1)
      .map((value) => ({ at: rule.at, value })),
})

function expected({ body }: ReceivedRequest, { parameters }: RuleOf<Parameters>): readonly Json[] {
  const sent = sentAt(body, parameters.from)
  if (sent === undefined) return [parameters.value]
  return parameters.instead?.find((reading) => sameJson(reading.sent, sent))?.values ?? [sent]
}

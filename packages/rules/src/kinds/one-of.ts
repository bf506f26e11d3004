import { type Json, valueAt } from '@assay/contract'
import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { plainlyOther } from '../plainly-other.ts'
import { type AnswerRuleKind, defineAnswerRule } from '../rule-kind.ts'
import { sameJson } from '../same-json.ts'
import { withAnswerValue } from '../with-answer-value.ts'

interface Parameters {
  readonly values: readonly Json[]
}

/** A member of the answer is one of these values, the first being the usual one; one that is missing is the fault of `documented-shape`. */
export const oneOfValues: AnswerRuleKind<Parameters> = defineAnswerRule<Parameters>({
  kind: 'one-of',
  parameters: z.strictObject({ values: z.array(z.json() as z.ZodType<Json>).min(1) }),
  holds({ answer }, rule) {
    const came = valueAt(answer.body, rule.at)
    const { values } = rule.parameters
    if (came === undefined || values.some((value) => sameJson(value, came))) return kept
    return broken(`The value at ${rule.at} is not one of ${values.map((value) => JSON.stringify(value)).join(', ')}.`)
  },
  breaks: (answer, rule) =>
    plainlyOther(rule.parameters.values).map((value) => withAnswerValue(answer, rule.at, value)),
  makes: (_request, rule) => rule.parameters.values.slice(0, 1).map((value) => ({ at: rule.at, value })),
})

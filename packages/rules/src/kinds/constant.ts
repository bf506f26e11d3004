import { type Json, valueAt } from '@assay/contract'
import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { otherThan } from '../other-than.ts'
import { type AnswerRuleKind, defineAnswerRule } from '../rule-kind.ts'
import { sameJson } from '../same-json.ts'
import { withAnswerValue } from '../with-answer-value.ts'

interface Parameters {
  readonly value: Json
}

/** A member of the answer is always this value; one that is missing is the fault of `documented-shape`. */
export const constant: AnswerRuleKind<Parameters> = defineAnswerRule<Parameters>({
  kind: 'constant',
  parameters: z.strictObject({ value: z.json() as z.ZodType<Json> }),
  holds({ answer }, rule) {
    const came = valueAt(answer.body, rule.at)
    if (came === undefined || sameJson(came, rule.parameters.value)) return kept
    return broken(`The value at ${rule.at} is not ${JSON.stringify(rule.parameters.value)}.`)
  },
  breaks: (answer, rule) => [withAnswerValue(answer, rule.at, otherThan(rule.parameters.value))],
  makes: (_request, rule) => [{ at: rule.at, value: rule.parameters.value }],
})

import { isJsonNumber, valueAt } from '@assay/contract'
import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { type AnswerRuleKind, defineAnswerRule } from '../rule-kind.ts'
import { sameJson } from '../same-json.ts'
import { withAnswerValue } from '../with-answer-value.ts'

/** No two answers of a run have the same value here. What a mock puts there is drawn by its schema, anew for each answer. */
export const uniqueId: AnswerRuleKind<Record<string, never>> = defineAnswerRule<Record<string, never>>({
  kind: 'unique-id',
  parameters: z.strictObject({}),
  holds({ answer, earlier }, rule) {
    const id = valueAt(answer.body, rule.at) ?? undefined
    if (id === undefined) return kept
    const isTaken = earlier.some((other) => {
      const before = valueAt(other.body, rule.at)
      return before !== undefined && sameJson(before, id)
    })
    return isTaken ? broken(`The id at ${rule.at} came in an earlier answer.`) : kept
  },
  breaks(answer, rule) {
    const id = valueAt(answer.body, rule.at)
    const same = isJsonNumber(id) ? 1 : '01890a5d-ac96-4b74-8d3c-0123456789ab'
    return [withAnswerValue(answer, rule.at, same)]
  },
})

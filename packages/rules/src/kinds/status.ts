import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { type AnswerRuleKind, defineAnswerRule } from '../rule-kind.ts'

interface Parameters {
  readonly codes: readonly number[]
}

/** An accepted request is answered with one of these statuses. It speaks of every answer that is no error: a refusal is judged by who sent the request. */
export const status: AnswerRuleKind<Parameters> = defineAnswerRule<Parameters>({
  kind: 'status',
  parameters: z.strictObject({ codes: z.array(z.int().min(100).max(599)).min(1) }),
  applies: (code) => code < 400,
  holds({ answer }, rule) {
    const { codes } = rule.parameters
    return codes.includes(answer.status) ? kept : broken(`The status is ${answer.status}, not ${codes.join(' or ')}.`)
  },
  breaks: (answer, rule) =>
    [202, 200, 201, 203]
      .filter((code) => !rule.parameters.codes.includes(code))
      .map((code) => ({ ...answer, status: code })),
})

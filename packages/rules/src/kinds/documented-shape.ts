import { z } from 'zod'
import { answerErrors, ownerOf } from '../answer-errors.ts'
import { broken, kept } from '../judgement.ts'
import { type AnswerRuleKind, defineAnswerRule } from '../rule-kind.ts'
import { wrongShapes } from '../wrong-shapes.ts'

interface Parameters {
  /** The schema keywords that the rule speaks of; absent: all of them. */
  readonly keywords?: readonly string[] | undefined
}

/** The answer is valid under the schema documented for its status, at the rule's place and below. What a narrower rule speaks of is left to it. */
export const documentedShape: AnswerRuleKind<Parameters> = defineAnswerRule<Parameters>({
  kind: 'documented-shape',
  parameters: z.strictObject({ keywords: z.array(z.string()).min(1).optional() }),
  holds({ answer }, rule, _account, operation) {
    const own = answerErrors(answer, operation).find(
      (error) => ownerOf(error, answer.status, operation)?.id === rule.id,
    )
    return own === undefined ? kept : broken(own.says)
  },
  breaks: (answer, rule, _exchange, operation) => wrongShapes(answer, rule, operation),
})

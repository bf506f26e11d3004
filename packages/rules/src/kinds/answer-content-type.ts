import { z } from 'zod'
import { answerFor } from '../answer-for.ts'
import { broken, kept } from '../judgement.ts'
import { mediaTypeOf } from '../media-type-of.ts'
import { type AnswerRuleKind, defineAnswerRule } from '../rule-kind.ts'

interface Parameters {
  /** The media type; absent: the one documented for the status. */
  readonly type?: string | undefined
}

/** The answer comes under the documented media type; its parameters are free. */
export const answerContentType: AnswerRuleKind<Parameters> = defineAnswerRule<Parameters>({
  kind: 'answer-content-type',
  parameters: z.strictObject({ type: z.string().optional() }),
  holds({ answer }, rule, _account, operation) {
    const documented = mediaTypeOf(rule.parameters.type ?? answerFor(answer.status, operation)?.contentType)
    const came = mediaTypeOf(answer.headers.get('content-type'))
    if (documented === undefined || came === documented) return kept
    return broken(`The answer comes as ${came ?? 'no media type'}, not ${documented}.`)
  },
  breaks: (answer) => ['text/html', 'text/plain'].map((contentType) => ({ ...answer, contentType })),
})

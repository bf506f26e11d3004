import type { AccountProfile, Operation } from '@assay/contract'
import type { AnswerDraft, ReceivedRequest } from '@assay/rules'
import type { AnswerRules } from './answer-rules.ts'
import { buildBody } from './build-body.ts'
import { successAnswer } from './documented-answer.ts'

/** The documented answer to an accepted request: what rules make, and the other required members from the answer's schema and first example. */
export function success(
  operation: Operation,
  request: ReceivedRequest,
  answerRules: AnswerRules,
  profile: AccountProfile,
): AnswerDraft {
  const documented = successAnswer(operation)
  if (!documented) {
    const answer = { status: '204', description: '', examples: [] }
    return { status: 204, contentType: 'application/json', body: null, answer }
  }
  const { answer, status } = documented
  const body = buildBody(answer.schema ?? true, {
    made: answerRules.madeFor(status, answer, request),
    example: answer.examples[0]?.value,
    fallback: ({ format }) => (format === 'uri' || format === 'url' ? profile.link : undefined),
  })
  return { status, contentType: answer.contentType ?? 'application/json', body, answer }
}

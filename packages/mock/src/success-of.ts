import type { Operation } from '@assay/contract'
import type { AnswerDraft, ReceivedRequest } from '@assay/rules'
import type { AnswerRules } from './answer-rules.ts'
import { bodyBuilder } from './body-builder.ts'
import { successAnswer } from './documented-answer.ts'
import type { MockAccount } from './mock-account.ts'

/**
 * Makes the documented answers to accepted requests of an operation: what rules make, and the other required members from the answer's schema and
 * first example.
 */
export function successOf(
  operation: Operation,
  { madeFor }: AnswerRules,
  account: MockAccount,
): (request: ReceivedRequest) => AnswerDraft {
  const documented = successAnswer(operation)
  if (!documented) {
    const answer = { status: '204', description: '', examples: [] }
    return () => ({ status: 204, contentType: 'application/json', body: null, answer })
  }
  const { answer, status } = documented
  const { schema = true, contentType = 'application/json' } = answer
  const example = answer.examples[0]?.value
  const fallback = ({ format }: { readonly format?: string }) =>
    format === 'uri' || format === 'url' ? account.profile.link : undefined
  const build = bodyBuilder(schema, { example, fallback })
  return (request) => ({ status, contentType, body: build(madeFor(status, answer, request)), answer })
}

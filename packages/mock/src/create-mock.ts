import { type Contract, type Operation, stringifyJson } from '@assay/contract'
import { type AnswerDraft, judgeRequest, type ReceivedRequest, receiveRequest } from '@assay/rules'
import { type AnswerRules, answerRulesOf } from './answer-rules.ts'
import { checkOff } from './check-off.ts'
import { createControl } from './control.ts'
import { basePath, routesOf } from './find-route.ts'
import { jsonAnswer } from './json-answer.ts'
import type { Mock, MockOptions } from './mock.ts'
import { createAccount } from './mock-account.ts'
import { mockCredentials } from './mock-credentials.ts'
import type { PlainAnswer, PlainRequest } from './plain-request.ts'
import { readBytes } from './read-bytes.ts'
import { refusal } from './refusal.ts'
import { remember } from './remember.ts'
import { seededBytes } from './seeded-bytes.ts'
import { success } from './success.ts'
import { tooLarge } from './too-large.ts'

/** An operation with what a mock of it needs, made once. */
interface Enforced {
  readonly operation: Operation
  readonly answerRules: AnswerRules
  /** Whether the contract itself says what becomes of a body that is not JSON. */
  readonly speaksOfBody: boolean
}

/**
 * A provider that does what the contract says: it verifies key and signature over the bytes received, enforces every rule, answers
 * with the documented error or builds the documented success, and remembers what was created.
 * @throws Error that names the nearest rule, where `off` has an id that the contract lacks.
 */
export function createMock(contract: Contract, options: MockOptions = {}): Mock {
  const off = checkOff(contract, options.off ?? [])
  const credentials = options.credentials ?? mockCredentials
  const account = createAccount(contract.account, credentials, options.now ?? Date.now)
  const route = routesOf(contract, options.base)
  const { control, record } = createControl(contract, account, credentials)
  const enforced = new Map(
    contract.operations.map((operation): [Operation, Enforced] => [
      operation,
      {
        operation,
        speaksOfBody: operation.rules.some((rule) => rule.kind === 'well-formed-body'),
        answerRules: answerRulesOf(operation, account, off, seededBytes(options.seed ?? 1)),
      },
    ]),
  )

  function answer(request: PlainRequest): PlainAnswer {
    const { method, target, prefix = '' } = request
    const found = route(method, target.startsWith(prefix) ? target.slice(prefix.length) : target)
    const known = found.operation && enforced.get(found.operation)
    if (!known) return noRoute(found.operation ? [] : found.methods)
    const received = receiveRequest({ method, pathAndQuery: target, headers: request.headers, bytes: request.bytes })
    if (!known.speaksOfBody && known.operation.request?.required && received.body === undefined) return noBody()
    // From here to the answer nothing waits: of simultaneous duplicates one alone is remembered.
    return serialised(judged(known, received))
  }

  function judged({ operation, answerRules }: Enforced, received: ReceivedRequest): AnswerDraft & { rule?: string } {
    const first = judgeRequest(received, operation, account, off)[0]
    if (first) {
      const draft = refusal(operation, first.rule, first.judgement, (status, documented) =>
        answerRules.madeFor(status, documented, received),
      )
      return { ...answerRules.spoiled(draft, received), rule: first.rule.id }
    }
    remember(operation, received, account)
    const draft = success(operation, received, answerRules, account.profile)
    record(operation, received, draft)
    return answerRules.spoiled(draft, received)
  }

  return {
    contract,
    credentials,
    base: options.base ?? basePath(contract.operations[0]),
    control,
    answer,
    async fetch(request) {
      const bytes = await readBytes(request)
      const target = request.url.slice(new URL(request.url).origin.length)
      const { method, headers } = request
      const { status, text, headers: sent } = bytes ? answer({ method, target, headers, bytes }) : tooLarge()
      return new Response(text === '' ? null : text, { status, headers: sent })
    },
  }
}

function serialised({ status, contentType, body, rule }: AnswerDraft & { readonly rule?: string }): PlainAnswer {
  // No content has no body, not even null (RFC 9110, section 15.3.5).
  const text = status === 204 ? '' : stringifyJson(body)
  return { status, headers: { 'content-type': contentType }, text, ...(rule === undefined ? {} : { rule }) }
}

/** The answer to a body that is not JSON, where the contract says nothing of such. */
function noBody(): PlainAnswer {
  return jsonAnswer(400, { error: 'The body is not JSON.', code: 400 })
}

/** Not found, or a method that the path does not know (RFC 9110, sections 15.5.5 and 15.5.6). */
function noRoute(methods: readonly string[]): PlainAnswer {
  if (methods.length === 0) return jsonAnswer(404, { error: 'No operation has this path.', code: 404 })
  const allow = methods.join(', ')
  return jsonAnswer(405, { error: `This path takes ${allow} only.`, code: 405 }, { allow })
}

import { type Contract, type Operation, type Rule, stringifyJson } from '@assay/contract'
import { type AnswerDraft, firstBrokenRule, type ReceivedRequest, receiveRequest } from '@assay/rules'
import { answerRulesOf } from './answer-rules.ts'
import { checkOff } from './check-off.ts'
import { createControl } from './control.ts'
import { basePath, routesOf } from './find-route.ts'
import { jsonAnswer } from './json-answer.ts'
import type { Mock, MockOptions } from './mock.ts'
import { createAccount } from './mock-account.ts'
import { mockCredentials } from './mock-credentials.ts'
import type { PlainAnswer, PlainRequest } from './plain-request.ts'
import { readBytes } from './read-bytes.ts'
import { type Refusal, refusalOf } from './refusal-of.ts'
import { rememberer } from './rememberer.ts'
import { seededBytes } from './seeded-bytes.ts'
import { successOf } from './success-of.ts'
import { tooLarge } from './too-large.ts'

/** An answer, with the rule that the request breaks where it is refused for one. */
interface Judged {
  readonly draft: AnswerDraft
  readonly rule?: Rule
}

/** An operation with what a mock of it needs, made once. */
interface Enforced {
  /** Whether the contract leaves open what becomes of a body that is not JSON, and one is asked for. */
  readonly needsBody: boolean
  readonly judged: (request: ReceivedRequest) => Judged
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
  const { control, recorderOf } = createControl(contract, account, credentials)

  function enforced(operation: Operation): Enforced {
    const answerRules = answerRulesOf(operation, account, off, seededBytes(options.seed ?? 1))
    const refusals = new Map<Rule, Refusal>()
    const success = successOf(operation, answerRules, account)
    const remember = rememberer(operation, account)
    const record = recorderOf(operation)
    const speaksOfBody = operation.rules.some((rule) => rule.kind === 'well-formed-body')
    return {
      needsBody: !speaksOfBody && operation.request?.required === true,
      judged(request) {
        const first = firstBrokenRule(request, operation, account, off)
        if (first) {
          const { rule, judgement } = first
          const refusal = refusals.get(rule) ?? refusalOf(operation, rule, answerRules)
          refusals.set(rule, refusal)
          return { draft: answerRules.spoiled(refusal(judgement, request), request), rule }
        }
        remember(request)
        const draft = success(request)
        record(request, draft)
        return { draft: answerRules.spoiled(draft, request) }
      },
    }
  }
  const operations = new Map(contract.operations.map((operation) => [operation, enforced(operation)]))

  function answer(request: PlainRequest): PlainAnswer {
    const { method, target, prefix = '' } = request
    const found = route(method, target.startsWith(prefix) ? target.slice(prefix.length) : target)
    const known = found.operation && operations.get(found.operation)
    if (!known) return noRoute(found.operation ? [] : found.methods)
    const received = receiveRequest({ method, pathAndQuery: target, headers: request.headers, bytes: request.bytes })
    if (known.needsBody && received.body === undefined) return noBody()
    // From here to the answer nothing waits: of simultaneous duplicates one alone is remembered.
    return serialised(known.judged(received))
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

function serialised({ draft: { status, contentType, body }, rule }: Judged): PlainAnswer {
  // No content has no body, not even null (RFC 9110, section 15.3.5).
  const text = status === 204 ? '' : stringifyJson(body)
  const headers = { 'content-type': contentType }
  return rule === undefined ? { status, headers, text } : { status, headers, text, rule: rule.id }
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

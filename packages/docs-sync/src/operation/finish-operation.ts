import type { PageProblem } from '../pages/page-reading.ts'
import { credentialHeader } from './credential-header.ts'
import { isCredentialHeader } from './is-credential-header.ts'
import { nestFields } from './nest-fields.ts'
import type { GrowingAnswer, GrowingBody, GrowingOperation } from './operation-builder.ts'
import type { AnswerDraft, BodyDraft, OperationDraft } from './operation-draft.ts'

/** Puts an operation together once its page is read, and tells what the page left out. */
export function finishOperation(growing: GrowingOperation, place: string, problems: PageProblem[]): OperationDraft {
  const tell = (message: string, line: number): void => {
    problems.push({ message, place, line })
  }
  const { method, path, server, title, line, parameters } = growing
  const security = [...growing.security]
  for (const example of growing.request.examples) {
    for (const [name, value] of Object.entries(example.headers ?? {})) {
      const known = [...security, ...parameters].some((one) => one.name.toLowerCase() === name.toLowerCase())
      if (known || !isCredentialHeader(name)) continue
      security.push(credentialHeader(name, typeof value === 'string' ? value : undefined, example.line))
      tell(`The header ${name} stands in an example only: no list of headers tells what it is.`, example.line)
    }
  }
  if (security.length === 0) {
    tell(`The page names no key, token or signature for ${method.toUpperCase()} ${path}.`, line)
  }
  const request = bodyOf(growing.request, tell)
  const answers = growing.answers.map((answer) => answerOf(answer, tell))
  tellGaps(growing, request, answers, tell)
  const description = growing.description.join('\n')
  return {
    method,
    path,
    ...(server === undefined ? {} : { server }),
    ...(title === undefined ? {} : { title }),
    ...(description === '' ? {} : { description }),
    parameters,
    security,
    ...(request === undefined ? {} : { request }),
    answers:
      answers.length > 0
        ? answers
        : [{ status: 'default', description: 'The page tells no answer.', errors: [], line }],
    line,
  }
}

function bodyOf(body: GrowingBody, tell: (message: string, line: number) => void): BodyDraft | undefined {
  if (body.fields.length === 0 && body.examples.length === 0 && body.unnamed.length === 0) return undefined
  return { ...body, fields: nestFields(body.fields, tell) }
}

function answerOf(answer: GrowingAnswer, tell: (message: string, line: number) => void): AnswerDraft {
  const { status, description, errors, line } = answer
  const body = bodyOf(answer.body, tell)
  return {
    status,
    ...(description === undefined ? {} : { description }),
    ...(body === undefined ? {} : { body }),
    errors,
    line,
  }
}

function tellGaps(
  growing: GrowingOperation,
  request: BodyDraft | undefined,
  answers: readonly AnswerDraft[],
  tell: (message: string, line: number) => void,
): void {
  const name = `${growing.method.toUpperCase()} ${growing.path}`
  if (growing.server === undefined) tell(`The page names no host for ${name}: a base URL must be given.`, growing.line)
  const hasBody = ['post', 'put', 'patch'].includes(growing.method)
  if (hasBody && request === undefined) tell(`The page tells no body of ${name}.`, growing.line)
  if (request !== undefined && request.fields.length === 0) {
    tell(`The page lists no fields of the body of ${name}; they are those of its example.`, request.line)
  } else if (request?.fields.every((field) => field.required === undefined) === true) {
    tell(`The page marks no field of the body of ${name} as required or optional.`, request.line)
  }
  if (answers.length === 0) tell(`The page tells no answer to ${name}.`, growing.line)
  for (const { status, body, line } of answers) {
    if (status === '2XX') tell(`The page shows the answer to ${name} without its status.`, line)
    if (body !== undefined && body.fields.length === 0)
      tell(`The page lists no fields of the answer ${status} to ${name}; they are those of its example.`, line)
  }
}

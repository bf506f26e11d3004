import type { JsonObject } from '@assay/contract'
import type { FlatField } from './nest-fields.ts'
import type { ErrorDraft, ExampleDraft, ParameterDraft } from './operation-draft.ts'

/** A body as it is found, piece by piece. */
export interface GrowingBody {
  mediaType: string
  fields: FlatField[]
  examples: ExampleDraft[]
  unnamed: JsonObject[]
  line: number
}

/** An answer as it is found. */
export interface GrowingAnswer {
  status: string
  description?: string
  body: GrowingBody
  errors: ErrorDraft[]
  line: number
}

/** An operation as it is found on its page, piece by piece. */
export interface GrowingOperation {
  method: string
  path: string
  server?: string
  title?: string
  description: string[]
  notes: string[]
  parameters: ParameterDraft[]
  security: ParameterDraft[]
  request: GrowingBody
  answers: GrowingAnswer[]
  line: number
}

/** An operation of which only the address is known yet. */
export function newOperation(method: string, path: string, server: string | undefined, line: number): GrowingOperation {
  const own = server === undefined ? {} : { server }
  return {
    method,
    path,
    ...own,
    description: [],
    notes: [],
    parameters: [],
    security: [],
    request: newBody(line),
    answers: [],
    line,
  }
}

function newBody(line: number): GrowingBody {
  return { mediaType: 'application/json', fields: [], examples: [], unnamed: [], line }
}

/** The answer of a status, made where there is none yet. */
export function answerFor(operation: GrowingOperation, status: string, line: number): GrowingAnswer {
  const known = operation.answers.find((answer) => answer.status === status)
  if (known !== undefined) return known
  const answer: GrowingAnswer = { status, body: newBody(line), errors: [], line }
  operation.answers.push(answer)
  return answer
}

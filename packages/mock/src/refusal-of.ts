import { type Answer, isJsonObject, type Json, type JsonSchemaObject, type Operation, type Rule } from '@assay/contract'
import { type AnswerDraft, answerFor, type Broken, fillTemplate, type ReceivedRequest } from '@assay/rules'
import type { AnswerRules } from './answer-rules.ts'
import { bodyBuilder } from './body-builder.ts'
import { namedExample } from './documented-answer.ts'

/** Answers a request that breaks a rule. */
export type Refusal = (broken: Broken, request: ReceivedRequest) => AnswerDraft

/**
 * Makes the answers to requests that break a rule: the documented error of the rule with its holes filled; where none is documented,
 * a 4xx in the shape of the operation's documented errors.
 */
export function refusalOf(operation: Operation, rule: Rule, { madeFor }: AnswerRules): Refusal {
  const documented = rule.answer?.status[0]
  const named = rule.answer?.example && namedExample(operation, rule.answer.example, documented)
  if (named) {
    const status = documented ?? statusOf(named.answer) ?? 400
    return ({ holes = {} }) => draftOf(status, named.answer, filled(named.example.value, holes))
  }
  const status = documented ?? (answerFor(422, operation) ? 422 : 400)
  const answer = answerFor(status, operation) ?? {
    ...operation.answers.find((candidate) => candidate.status.startsWith('4') && candidate.schema !== undefined),
    status: String(status),
    description: '',
    examples: [],
  }
  const fallback = (schema: JsonSchemaObject, member: string) => told(schema, member, rule, status)
  const build = bodyBuilder(answer.schema ?? true, { fallback })
  return (_broken, request) => {
    const body = build(madeFor(status, answer, request))
    const says = isJsonObject(body) && Object.keys(body).length > 0
    return draftOf(status, answer, says ? body : { error: rule.says, code: status })
  }
}

function draftOf(status: number, answer: Answer, body: Json): AnswerDraft {
  return { status, contentType: answer.contentType ?? 'application/json', body, answer }
}

/** What a member of an error body says about a rule, by its type: the rule's sentence, or the status. */
function told(schema: JsonSchemaObject, member: string, rule: Rule, status: number): Json | undefined {
  if (schema.type === 'integer' || schema.type === 'number') return status
  if (schema.type !== 'string' || schema.format !== undefined) return undefined
  return member === 'code' ? rule.id : rule.says
}

/** The status of a documented answer; undefined for a range or `default`. */
function statusOf(answer: Answer): number | undefined {
  return /^\d{3}$/.test(answer.status) ? Number(answer.status) : undefined
}

/** An example with the holes of its texts filled. */
function filled(value: Json, holes: { readonly [hole: string]: string }): Json {
  if (typeof value === 'string') return fillTemplate(value, holes)
  if (Array.isArray(value)) return value.map((item: Json) => filled(item, holes))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filled(member, holes)]))
}

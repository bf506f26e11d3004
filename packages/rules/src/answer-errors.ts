import { formatPointer, type Operation, type Rule, type SchemaError, schemaValidator } from '@assay/contract'
import { answerFor } from './answer-for.ts'
import type { ReceivedAnswer } from './exchange.ts'

const errorsOf = new WeakMap<object, readonly SchemaError[]>()

/** Everything in an answer that the schema documented for its status refuses; `at` of a missing member is the member's own place. */
export function answerErrors(
  answer: Pick<ReceivedAnswer, 'status' | 'body'>,
  operation: Operation,
): readonly SchemaError[] {
  const known = errorsOf.get(answer)
  if (known !== undefined) return known
  const schema = answerFor(answer.status, operation)?.schema
  const errors =
    schema === undefined ? [] : answer.body === undefined ? [notJson] : schemaValidator(schema)(answer.body)
  const placed = errors.map((error) => ({ ...error, at: placeOf(error) }))
  errorsOf.set(answer, placed)
  return placed
}

/** The rule of the kind `documented-shape` that an error belongs to: the one with the deepest place, of those the one that names the keyword. */
export function ownerOf(error: SchemaError, status: number, operation: Operation): Rule | undefined {
  let owner: Rule | undefined
  for (const rule of operation.rules) {
    if (rule.kind !== 'documented-shape' || !speaksOf(rule, status) || !isBelow(error.at, rule.at)) continue
    const { keywords } = rule.parameters
    if (Array.isArray(keywords) && !keywords.includes(error.keyword)) continue
    const isNarrower =
      owner === undefined ||
      rule.at.length > owner.at.length ||
      (rule.at.length === owner.at.length && keywords !== undefined && owner.parameters.keywords === undefined)
    if (isNarrower) owner = rule
  }
  return owner
}

const notJson: SchemaError = {
  at: '',
  keyword: 'type',
  schemaAt: '/type',
  says: 'The answer is not JSON.',
  parameters: {},
}

function placeOf({ at, keyword, parameters }: SchemaError): string {
  const missing = keyword === 'required' ? parameters.missingProperty : undefined
  return typeof missing === 'string' ? at + formatPointer([missing]) : at
}

function isBelow(at: string, place: string): boolean {
  return at === place || at.startsWith(`${place}/`)
}

function speaksOf({ responses }: Rule, status: number): boolean {
  const range = `${Math.floor(status / 100)}XX`
  if (responses === undefined) return status >= 200 && status < 300
  return responses.some((documented) => documented === String(status) || documented.toUpperCase() === range)
}

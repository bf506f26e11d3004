import { type Answer, isJsonNumber, isJsonObject, type Json, type Operation, type Rule, valueAt } from '@assay/contract'
import { type ReceivedAnswer, templatePattern } from '@assay/rules'

/** The error example that a rule's documented answer names, or undefined where it names none. */
export function documentedExample(operation: Operation, rule: Rule): Json | undefined {
  const name = rule.answer?.example
  if (name === undefined) return undefined
  const [status] = rule.answer?.status ?? []
  const answers = operation.answers.filter((answer) => status === undefined || answer.status === String(status))
  const named = (list: readonly Answer[]): Json | undefined =>
    list.flatMap(({ examples }) => examples).find((example) => example.name === name)?.value
  return named(answers) ?? named(operation.answers)
}

/**
 * Rules of the request whose documented error is this answer: status, code and text, whatever fills the holes of the text; the code alone, where a rule
 * says at which of several places it may stand, because then no page shows a whole error.
 */
export function rulesAnsweredBy(operation: Operation, answer: ReceivedAnswer): readonly Rule[] {
  return operation.rules.filter((rule) => {
    const statuses = rule.answer?.status ?? []
    if (rule.side !== 'request' || (statuses.length > 0 && !statuses.includes(answer.status))) return false
    const example = documentedExample(operation, rule)
    return example !== undefined && isDocumented(operation, answer, example)
  })
}

/** Whether an answer is a documented error. */
export function isDocumented({ rules }: Operation, { status, body }: ReceivedAnswer, example: Json): boolean {
  const coded = rules.find(({ kind, responses }) => kind === 'error-code' && responses?.includes(String(status)))
  if (coded === undefined) return looksLike(body, example)
  const places = [coded.parameters.places].flat().map(String)
  const codes = (value: Json | undefined): readonly Json[] => places.flatMap((at) => valueAt(value, at) ?? [])
  const came = codes(body)
  return codes(example).some((code) => !isJsonObject(code) && came.includes(code))
}

/** Whether a body has every member of a documented error, its texts alike but for what fills their holes. */
function looksLike(body: Json | undefined, example: Json): boolean {
  if (typeof example === 'string') return typeof body === 'string' && templatePattern(example).test(body)
  if (isJsonObject(example)) {
    return isJsonObject(body) && Object.entries(example).every(([name, value]) => looksLike(body[name], value))
  }
  if (isJsonNumber(example)) return isJsonNumber(body) && String(body) === String(example)
  return JSON.stringify(body) === JSON.stringify(example)
}

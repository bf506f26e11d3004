import {
  isJsonObject,
  type Json,
  type Operation,
  type Rule,
  valueAt,
  withoutValueAt,
  withValueAt,
} from '@assay/contract'
import { answerErrors, ownerOf } from './answer-errors.ts'
import { jsonTypeOf } from './json-type-of.ts'
import { memberOf } from './member-of.ts'
import type { AnswerDraft } from './rule-kind.ts'

/** The answer made invalid in ways that a rule of the kind `documented-shape` owns: a member left out or of another type, a value changed. */
export function wrongShapes(
  answer: AnswerDraft,
  rule: Pick<Rule, 'id' | 'at'>,
  operation: Operation,
): readonly AnswerDraft[] {
  const bodies = placesIn(answer.body, rule.at).flatMap((at): Json[] => [
    ...(at === '' ? [] : [withoutValueAt(answer.body, at)]),
    withValueAt(answer.body, at, otherType(valueAt(answer.body, at) ?? null)),
    withValueAt(answer.body, at, -7.5),
    withValueAt(answer.body, at, 'zz wrong'),
    withValueAt(answer.body, at, null),
  ])
  const missing = valueAt(answer.body, rule.at) === undefined ? [{ zz_wrong: true }, -7.5, 'zz wrong'] : []
  return [...bodies, ...missing.map((value) => withValueAt(answer.body, rule.at, value))]
    .map((body) => ({ ...answer, body }))
    .filter((wrong) =>
      answerErrors(wrong, operation).some((error) => ownerOf(error, wrong.status, operation)?.id === rule.id),
    )
}

/** The places of a body at a pointer and below, the deepest objects last; items are not looked into. */
function placesIn(body: Json, at: string): string[] {
  const value = valueAt(body, at)
  if (value === undefined) return []
  return [
    at,
    ...(isJsonObject(value) ? Object.keys(value).flatMap((member) => placesIn(body, memberOf(at, member))) : []),
  ]
}

function otherType(value: Json): Json {
  const type = jsonTypeOf(value)
  if (type === 'object' || type === 'array') return 'zz wrong'
  return type === 'string' ? { zz_wrong: true } : [value]
}

import type { JsonObject } from './json.ts'
import type { JsonSchema } from './json-schema.ts'
import { nearestName } from './nearest-name.ts'
import type { OperationReading } from './read-operations.ts'
import { type Reading, report } from './reading.ts'
import type { RuleSide } from './rule.ts'
import type { RuleEntry } from './rule-entry.ts'
import { schemaHasPlace } from './schema-has-place.ts'

/** Checks everything an entry points to; says whether the rule can stand. */
export function rulePlacesExist(
  entry: RuleEntry,
  node: JsonObject,
  side: RuleSide,
  status: string | undefined,
  operation: OperationReading,
  reading: Reading,
): boolean {
  const before = reading.problems.length
  if (side === 'request' && status !== undefined) {
    report(reading, node, 'kind', `The kind ${entry.kind} speaks of requests, declare the rule on the operation.`)
  }
  if (side === 'request' && entry.responses !== undefined) {
    report(reading, node, 'responses', `The kind ${entry.kind} speaks of requests, which have no responses.`)
  }
  for (const response of side === 'answer' ? responsesOf(entry, status, operation) : []) {
    if (operation.answers.some((answer) => answer.status === response)) continue
    report(reading, node, 'responses', `The operation documents no answer "${response}".`)
  }
  const schemas = side === 'request' ? [operation.request?.schema] : covered(entry, status, operation)
  if (!isDeclared(entry.at, schemas))
    report(
      reading,
      node,
      'at',
      `The pointer ${entry.at} leads to nothing in the ${side === 'request' ? 'request' : 'answer'}.`,
    )
  for (const premise of entry.when ?? []) {
    if (!isDeclared(premise.at, [operation.request?.schema])) {
      report(reading, node, 'when', `The premise's pointer ${premise.at} leads to nothing in the request.`)
    }
  }
  const example = entry.answer?.example
  if (
    example !== undefined &&
    !operation.answers.some(({ examples }) => examples.some(({ name }) => name === example))
  ) {
    const names = operation.answers.flatMap(({ examples }) => examples.map(({ name }) => name))
    const near = nearestName(example, names)
    report(
      reading,
      node,
      'answer',
      `No answer has an example "${example}"${near === undefined ? '' : `, the nearest is "${near}"`}.`,
    )
  }
  for (const { page } of entry.evidence ?? []) {
    if (reading.pages === undefined || reading.pages.includes(page)) continue
    report(
      reading,
      node,
      'evidence',
      `The page "${page}" does not stand in sources.yaml, which has ${reading.pages.join(', ')}.`,
    )
  }
  return reading.problems.length === before
}

/** The documented answers that an answer rule speaks of: those it names, else those of its Response Object, else the successful ones. */
export function responsesOf(
  entry: RuleEntry,
  status: string | undefined,
  operation: OperationReading,
): readonly string[] {
  if (status !== undefined) return [status]
  return entry.responses ?? operation.answers.map((answer) => answer.status).filter((one) => /^2/.test(one))
}

function covered(
  entry: RuleEntry,
  status: string | undefined,
  operation: OperationReading,
): (JsonSchema | undefined)[] {
  const responses = responsesOf(entry, status, operation)
  return operation.answers.filter((answer) => responses.includes(answer.status)).map(({ schema }) => schema)
}

function isDeclared(pointer: string, schemas: readonly (JsonSchema | undefined)[]): boolean {
  return pointer === '' || schemas.some((schema) => schema !== undefined && schemaHasPlace(schema, pointer))
}

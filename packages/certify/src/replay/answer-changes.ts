import { formatPointer, isJsonObject, type Json, type Operation, stringifyJson } from '@assay/contract'
import type { ReceivedAnswer } from '@assay/rules'
import { readBody } from '@assay/rules'
import type { RecordedCase } from './recorded-case.ts'

/** Differences told; the others are counted. */
const TOLD = 6

/** Kinds of answer rules whose value is another in every answer. */
const fresh = new Set(['unique-id', 'instant', 'url'])

/**
 * How an answer differs from the recorded one: status, media type, members. What is new in every answer (ids, points in time, references of the run) is
 * compared by its form.
 */
export function answerChanges(
  recorded: RecordedCase['answer'],
  answer: ReceivedAnswer,
  operation: Operation,
): readonly string[] {
  if (recorded === undefined) return [`Then no whole answer came; now ${answer.status}.`]
  const says: string[] = []
  if (recorded.status !== answer.status) says.push(`Status ${recorded.status} became ${answer.status}.`)
  const [before, now] = [mediaType(recorded.contentType), mediaType(answer.headers.get('content-type') ?? undefined)]
  if (before !== now) says.push(`Content type ${before ?? 'none'} became ${now ?? 'none'}.`)
  if (recorded.cut) return says
  const was = readBody(Buffer.from(recorded.body, 'utf8'))
  const pointers = new Set(
    operation.rules.filter(({ side, kind }) => side === 'answer' && fresh.has(kind)).map(({ at }) => at),
  )
  const differences = [...membersThatDiffer(was, answer.body, '', pointers)]
  says.push(...differences.slice(0, TOLD))
  if (differences.length > TOLD) says.push(`${differences.length - TOLD} more members differ.`)
  if (
    was === undefined &&
    answer.body === undefined &&
    steady(recorded.body) !== steady(Buffer.from(answer.bytes).toString('utf8'))
  )
    says.push('The text of the body differs.')
  return says
}

function* membersThatDiffer(
  was: Json | undefined,
  is: Json | undefined,
  pointer: string,
  volatile: ReadonlySet<string>,
): Generator<string> {
  const place = pointer === '' ? 'The body' : pointer
  if (was === undefined && is === undefined) return
  if (was === undefined) yield `${place} is new: ${shown(is)}.`
  else if (is === undefined) yield `${place} is gone: it was ${shown(was)}.`
  else if (isJsonObject(was) && isJsonObject(is)) {
    for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
      yield* membersThatDiffer(was[name], is[name], `${pointer}${formatPointer([name])}`, volatile)
    }
  } else if (Array.isArray(was) && Array.isArray(is)) {
    for (let index = 0; index < Math.max(was.length, is.length); index += 1)
      yield* membersThatDiffer(was[index], is[index], `${pointer}/${index}`, volatile)
  } else if (volatile.has(pointer) && typeof was === typeof is) return
  else if (steady(stringifyJson(was)) !== steady(stringifyJson(is)))
    yield `${place} was ${shown(was)} and is ${shown(is)}.`
}

/** A text without what is another in every answer. */
function steady(text: string): string {
  return text
    .replace(/assay-[a-z0-9]{3,16}-\d+(-\d+)?/g, '<reference>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '<uuid>')
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?/g, '<time>')
    .replace(/(?<![\d.])1[5-9]\d{8}(\d{3})?(?![\d.])/g, '<time>')
}

function shown(value: Json | undefined): string {
  const text = value === undefined ? '' : stringifyJson(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function mediaType(contentType: string | undefined): string | undefined {
  return contentType?.split(';')[0]?.trim().toLowerCase()
}

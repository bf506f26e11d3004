import type { JsonObject } from '@assay/contract'

/** Longer descriptions are read no further than this. */
const MAXIMUM_LENGTH = 2_000

/**
 * What the description of a string field says that JSON Schema has a keyword for. A table has no column for it, so the words are the only
 * place where it can stand.
 */
export function proseConstraints(description: string): JsonObject {
  const text = description.slice(0, MAXIMUM_LENGTH)
  const length = lengthLimits(text)
  const values = quotedValues(text)
  const format = values === undefined ? formatOf(text) : undefined
  return { ...(format === undefined ? {} : { format }), ...length, ...(values === undefined ? {} : { enum: values }) }
}

function lengthLimits(text: string): JsonObject {
  const unit = '(?:characters?|chars?|symbols)'
  const range = new RegExp(`\\b(\\d{1,6})\\s*(?:-|–|to)\\s*(\\d{1,6}) ${unit}`, 'i').exec(text)
  if (range !== null) return { minLength: Number(range[1]), maxLength: Number(range[2]) }
  const most =
    new RegExp(`\\b(?:max(?:imum)?(?: of| length)?|up to|at most|no more than)\\.?:? (\\d{1,6}) ${unit}`, 'i').exec(
      text,
    ) ??
    new RegExp(`\\b(\\d{1,6}) ${unit} (?:max(?:imum)?|or less|or fewer|at most)`, 'i').exec(text) ??
    /\bmax(?:imum)? length:? (\d{1,6})\b/i.exec(text)
  const least = new RegExp(`\\b(?:min(?:imum)?(?: of| length)?|at least)\\.?:? (\\d{1,6}) ${unit}`, 'i').exec(text)
  return {
    ...(least === null ? {} : { minLength: Number(least[1]) }),
    ...(most === null ? {} : { maxLength: Number(most[1]) }),
  }
}

/** Two or more quoted words in a list are the values of the field; words quoted elsewhere are examples. */
function quotedValues(text: string): readonly string[] | undefined {
  if (/\be\.g\.|\bfor example\b|\bsuch as\b/i.test(text)) return undefined
  const list =
    /["“'`]([\w.:-]{1,64})["”'`](?:\s*(?:,|\||\/|,?\s*\bor\b|,?\s*\band\b)\s*["“'`][\w.:-]{1,64}["”'`])+/.exec(
      text,
    )?.[0]
  if (list === undefined) return undefined
  return [...list.matchAll(/["“'`]([\w.:-]{1,64})["”'`]/g)].map((match) => match[1] ?? '')
}

function formatOf(text: string): string | undefined {
  if (/\bUUID\b/i.test(text)) return 'uuid'
  if (/^(?:(?:a|an|the|optional|your|full|absolute|valid|https|callback|webhook)\s+)*(?:URL|URI)\b/i.test(text))
    return 'uri'
  if (
    /\b(?:ISO[ -]?8601|RFC[ -]?3339)\b.{0,20}\b(?:timestamp|date ?-?time)|\btimestamp\b.{0,20}\b(?:ISO[ -]?8601|RFC[ -]?3339)/i.test(
      text,
    )
  )
    return 'date-time'
  return undefined
}

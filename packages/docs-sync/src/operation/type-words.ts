import type { Json, JsonObject } from '@assay/contract'

/** What the words for types on pages mean. */
const WORDS: Readonly<Record<string, JsonObject>> = {
  string: { type: 'string' },
  str: { type: 'string' },
  text: { type: 'string' },
  varchar: { type: 'string' },
  char: { type: 'string' },
  integer: { type: 'integer' },
  int: { type: 'integer' },
  long: { type: 'integer' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  number: { type: 'number' },
  numeric: { type: 'number' },
  decimal: { type: 'number' },
  float: { type: 'number' },
  double: { type: 'number' },
  boolean: { type: 'boolean' },
  bool: { type: 'boolean' },
  object: { type: 'object' },
  dict: { type: 'object' },
  map: { type: 'object' },
  json: { type: 'object' },
  hash: { type: 'object' },
  array: { type: 'array' },
  list: { type: 'array' },
  null: { type: 'null' },
  any: {},
  enum: { type: 'string' },
  uuid: { type: 'string', format: 'uuid' },
  guid: { type: 'string', format: 'uuid' },
  url: { type: 'string', format: 'uri' },
  uri: { type: 'string', format: 'uri' },
  email: { type: 'string', format: 'email' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  'date-time': { type: 'string', format: 'date-time' },
  uint: { type: 'integer', minimum: 0 },
  'unsigned integer': { type: 'integer', minimum: 0 },
}
const PLURALS: Readonly<Record<string, string>> = {
  strings: 'string',
  integers: 'integer',
  numbers: 'number',
  objects: 'object',
  booleans: 'boolean',
  uuids: 'uuid',
  urls: 'url',
}
/** Types are written in a word or three. */
const MAXIMUM_LENGTH = 80

/**
 * The schema that a page's words for a type mean: `string`, `array of strings`, `object[]`, `enum<string>`, `string<uri>`, `string (uuid)`,
 * `integer | null`. Undefined for words that are none.
 */
export function typeWords(words: string): JsonObject | undefined {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/^json (?=object|array|string)/, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
  if (text === '' || text.length > MAXIMUM_LENGTH) return undefined
  const alternatives = text.split(/\s*(?:\||\bor\b)\s*/)
  if (alternatives.length > 1) return union(alternatives.map(typeWords))
  const array =
    /^(.+?)\[\]$/.exec(text)?.[1] ?? /^(?:array|list)\s*(?:of\s+|<\s*|\[\s*|\()(.+?)\s*[>)\]]?$/.exec(text)?.[1]
  if (array !== undefined) {
    const items = typeWords(PLURALS[array] ?? array)
    return items === undefined ? undefined : { type: 'array', items }
  }
  const inner = /^([a-z]+)\s*[<(]\s*([a-z0-9.-]+)\s*[>)]$/.exec(text)
  if (inner?.[1] === 'enum' && inner[2] !== undefined) return typeWords(inner[2])
  if (inner?.[1] !== undefined && inner[2] !== undefined) {
    const base = own(WORDS, inner[1])
    if (base === undefined) return undefined
    const known = own(WORDS, inner[2])
    return known?.format === undefined
      ? known === undefined
        ? { ...base, format: inner[2] }
        : base
      : { ...base, format: known.format }
  }
  return own(WORDS, text)
}

function own(words: Readonly<Record<string, JsonObject>>, name: string): JsonObject | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined
}

function union(schemas: readonly (JsonObject | undefined)[]): JsonObject | undefined {
  const types: Json[] = []
  let rest: JsonObject = {}
  for (const schema of schemas) {
    if (schema === undefined || typeof schema.type !== 'string') return undefined
    const { type, ...others } = schema
    types.push(type as Json)
    rest = { ...rest, ...others }
  }
  return { ...rest, type: types }
}

import { formatPointer, type JsonSchema } from '@assay/contract'
import { UnsupportedSchemaError } from './unsupported-schema-error.ts'

/** Where a keyword holds schemas: one, a list, or one a name. */
const schemaKeywords: Readonly<Record<string, 'one' | 'list' | 'named'>> = {
  properties: 'named',
  patternProperties: 'named',
  dependentSchemas: 'named',
  additionalProperties: 'one',
  propertyNames: 'one',
  items: 'one',
  prefixItems: 'list',
  contains: 'one',
  allOf: 'list',
  anyOf: 'list',
  oneOf: 'list',
  not: 'one',
  if: 'one',
  // biome-ignore lint/suspicious/noThenProperty: the keyword's name
  then: 'one',
  else: 'one',
  unevaluatedProperties: 'one',
  unevaluatedItems: 'one',
}

const plainKeywords: ReadonlySet<string> = new Set(
  (
    'type enum const format pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf required ' +
    'minProperties maxProperties dependentRequired minContains maxContains minItems maxItems uniqueItems'
  ).split(' '),
)

/** They say nothing about a value (JSON Schema 2020-12 Core 8, Validation 8 and 9; OpenAPI 3.1 Schema Object). */
const annotations: ReadonlySet<string> = new Set(
  (
    '$schema $id $anchor $comment $defs $vocabulary definitions title description default deprecated readOnly writeOnly examples ' +
    'example externalDocs xml discriminator contentEncoding contentMediaType contentSchema'
  ).split(' '),
)

/** Deeper than any document written by hand: a schema that goes on holds itself. */
const deepest = 100

/**
 * Walks the whole schema and refuses what no values can be made for.
 * @throws UnsupportedSchemaError with the JSON Pointer into the schema and the keyword.
 */
export function checkSupported(schema: JsonSchema): void {
  check(schema, [], new Set())
}

function check(schema: JsonSchema, tokens: readonly string[], done: Set<JsonSchema>): void {
  if (typeof schema === 'boolean' || done.has(schema)) return
  if (tokens.length > deepest) {
    throw new UnsupportedSchemaError(
      formatPointer(tokens.slice(0, 8)),
      'properties',
      'the schema holds itself without end',
    )
  }
  for (const [keyword, value] of Object.entries(schema) as [string, unknown][]) {
    const holds = Object.hasOwn(schemaKeywords, keyword) ? schemaKeywords[keyword] : undefined
    if (holds === 'one') check(value as JsonSchema, [...tokens, keyword], done)
    else if (holds !== undefined) {
      for (const [name, member] of Object.entries(value as Record<string, JsonSchema>)) {
        check(member, [...tokens, keyword, name], done)
      }
    } else if (!plainKeywords.has(keyword) && !annotations.has(keyword) && !keyword.startsWith('x-')) {
      throw new UnsupportedSchemaError(
        formatPointer(tokens),
        keyword,
        'the keyword is not of JSON Schema 2020-12 without references',
      )
    }
    if (keyword === 'pattern') checkPattern(String(value), [...tokens, keyword])
    if (keyword === 'patternProperties') {
      for (const source of Object.keys(value as object)) checkPattern(source, [...tokens, keyword])
    }
  }
  done.add(schema)
}

function checkPattern(source: string, tokens: readonly string[]): void {
  try {
    new RegExp(source, 'u')
  } catch (error) {
    throw new UnsupportedSchemaError(
      formatPointer(tokens),
      'pattern',
      `"${source}" is no regular expression (${String(error)})`,
    )
  }
}

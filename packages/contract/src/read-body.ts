import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { formatPointer } from './json-pointer.ts'
import type { JsonSchema } from './json-schema.ts'
import { normaliseSchema } from './normalise-schema.ts'
import type { Answer, NamedExample, RequestBody } from './operation.ts'
import { type Origin, originAt } from './origins.ts'
import { type Reading, report, reportAt } from './reading.ts'
import { schemaFaults } from './schema-validator.ts'
import { schemasWithin } from './subschemas.ts'

/** An example that knows where it was read. */
export interface PlacedExample extends NamedExample {
  readonly origin: Origin | undefined
}

/** A documented body as the contract holds it, its examples with their places. */
export type PlacedRequest = Omit<RequestBody, 'examples'> & { readonly examples: readonly PlacedExample[] }
/** A documented answer as the contract holds it, its examples with their places. */
export type PlacedAnswer = Omit<Answer, 'examples'> & { readonly examples: readonly PlacedExample[] }

/** The request body of an operation, where it documents a JSON one. */
export function readRequest(operation: JsonObject, reading: Reading): PlacedRequest | undefined {
  const body = operation.requestBody
  if (!isJsonObject(body)) return undefined
  const media = jsonMedia(body)
  if (media === undefined) return undefined
  const schema = readSchema(media.value, 'schema', 'request', reading) ?? true
  return {
    contentType: media.type,
    required: body.required === true,
    schema,
    examples: examplesOf(media.value, schema, reading),
  }
}

/** The documented answers of an operation. */
export function readAnswers(operation: JsonObject, reading: Reading): PlacedAnswer[] {
  const responses = isJsonObject(operation.responses) ? operation.responses : {}
  return Object.entries(responses).flatMap(([status, response]): PlacedAnswer[] => {
    if (status.startsWith('x-') || !isJsonObject(response)) return []
    const description = typeof response.description === 'string' ? response.description : ''
    const media = jsonMedia(response)
    if (media === undefined) {
      const [contentType] = isJsonObject(response.content) ? Object.keys(response.content) : []
      return [{ status, description, ...(contentType === undefined ? {} : { contentType }), examples: [] }]
    }
    const schema = readSchema(media.value, 'schema', 'answer', reading)
    const examples = examplesOf(media.value, schema ?? true, reading)
    return [{ status, description, contentType: media.type, ...(schema === undefined ? {} : { schema }), examples }]
  })
}

/** The schema that a member holds, as JSON Schema 2020-12; a schema that is none is noted as a problem. */
export function readSchema(
  holder: JsonObject,
  member: string,
  side: 'request' | 'answer',
  reading: Reading,
): JsonSchema | undefined {
  const { dialect, origins } = reading
  if (!Object.hasOwn(holder, member)) return undefined
  const schema = normaliseSchema(holder[member] as Json, dialect, origins)
  const faults = schemaFaults(schema)
  for (const fault of faults) {
    // A schema that is wrong in one place is wrong in each alternative around it; the deepest place tells.
    if (faults.some(({ at }) => at.startsWith(`${fault.at}/`))) continue
    const origin = originAt(schema as Json, fault.at, origins) ?? origins.ofMember(holder, member)
    reportAt(reading, origin, `This is no valid schema: ${fault.says.replace(/^The value /, 'it ')}`)
  }
  if (faults.length > 0) return true
  checkPatterns(schema, reading)
  return forSide(schema, side, reading)
}

/** OpenAPI 3.1, Schema Object: of a `readOnly` member `required` speaks in answers only, of a `writeOnly` one in requests only. */
function forSide(schema: JsonSchema, side: 'request' | 'answer', reading: Reading): JsonSchema {
  if (typeof schema !== 'object' || schema.required === undefined || schema.properties === undefined) return schema
  const { properties } = schema
  const flag = side === 'request' ? 'readOnly' : 'writeOnly'
  const required = schema.required.filter((name) => {
    const member = Object.hasOwn(properties, name) ? properties[name] : undefined
    return typeof member !== 'object' || member[flag] !== true
  })
  if (required.length === schema.required.length) return schema
  const copy = { ...schema, required }
  reading.origins.derive(schema, copy)
  return copy
}

/** A pattern that no engine takes would fail much later, without a place. */
function checkPatterns(schema: JsonSchema, reading: Reading): void {
  for (const part of schemasWithin(schema)) {
    const patterns = isJsonObject(part.patternProperties) ? Object.keys(part.patternProperties) : []
    if (typeof part.pattern === 'string') patterns.push(part.pattern)
    for (const pattern of patterns) {
      if (!isPattern(pattern))
        report(reading, part, 'pattern', `"${pattern.slice(0, 80)}" is no regular expression of ECMA-262.`)
    }
  }
}

function isPattern(pattern: string): boolean {
  return ['u', ''].some((flags) => {
    try {
      return new RegExp(pattern, flags) instanceof RegExp
    } catch {
      return false
    }
  })
}

/** `application/json` first, then any other JSON media type (RFC 6839). */
function jsonMedia(holder: JsonObject): { type: string; value: JsonObject } | undefined {
  const content = isJsonObject(holder.content) ? holder.content : {}
  const types = Object.keys(content).filter((type) => /^application\/(?:[^;\s]+\+)?json(?:\s*;|$)/i.test(type))
  const type = types.find((name) => name.toLowerCase() === 'application/json') ?? types[0]
  const value = type === undefined ? undefined : content[type]
  return type !== undefined && isJsonObject(value) ? { type: type.replace(/\s*;.*$/, ''), value } : undefined
}

/** The examples of a body: those of the media type, else that of its schema. */
function examplesOf(media: JsonObject, schema: JsonSchema, reading: Reading): PlacedExample[] {
  const { origins } = reading
  const named = isJsonObject(media.examples) ? media.examples : {}
  const examples = Object.entries(named).flatMap(([name, example]): PlacedExample[] => {
    if (!isJsonObject(example) || !Object.hasOwn(example, 'value')) return []
    const summary = typeof example.summary === 'string' ? { summary: example.summary } : {}
    return [{ name, ...summary, value: example.value as Json, origin: origins.ofMember(example, 'value') }]
  })
  if (examples.length > 0) return examples
  if (Object.hasOwn(media, 'example')) {
    return [{ name: 'example', value: media.example as Json, origin: origins.ofMember(media, 'example') }]
  }
  const values = typeof schema === 'object' ? (schema.examples ?? []) : []
  return values.map((value, index) => ({
    name: values.length === 1 ? 'example' : `example ${index + 1}`,
    value,
    origin: exampleOrigin(schema as object, index, reading),
  }))
}

/** Where an example of a normalised schema was read: under `example` or in the list `examples`. */
export function exampleOrigin(schema: object, index: number, reading: Reading): Origin | undefined {
  const source = (reading.origins.source(schema) ?? schema) as JsonObject
  const listed = Array.isArray(source.examples) ? source.examples : []
  if (index >= listed.length) return reading.origins.ofMember(source, 'example')
  return originAt(source, formatPointer(['examples', index]), reading.origins)
}

import {
  isJsonNumber,
  isJsonObject,
  type Json,
  type JsonSchema,
  type JsonSchemaObject,
  parseJson,
} from '@assay/contract'
import { flattened } from './flattened.ts'

/** Where the values of a body come from, beside its schema and what rules make. */
export interface BodySources {
  /** An example of the whole body: for members that no rule makes and the schema does not fix. */
  readonly example?: Json | undefined
  /** A value for a place where schema and example say nothing but the type; undefined leaves it to the type. */
  readonly fallback?: ((schema: JsonSchemaObject, member: string) => Json | undefined) | undefined
}

/** Builds a body around what rules make: the whole of it, or the parts that they speak of, or nothing. What it gives is not to be changed. */
export type BodyBuilder = (made?: Json) => Json

/**
 * Builds bodies by a schema: what rules make, the other required members from schema and example, and no other member. Where rules make nothing the
 * value is the same each time, so it is made once.
 */
export function bodyBuilder(schema: JsonSchema, sources: BodySources): BodyBuilder {
  return builderAt('', schema, sources)
}

function builderAt(member: string, schema: JsonSchema, sources: BodySources): BodyBuilder {
  const folded = flattened(schema)
  let members: Members | undefined
  let alone: Json | undefined
  function object(made: { readonly [name: string]: Json }): Json {
    members ??= membersOf(folded, sources)
    const { inOrder, names } = members
    const body: Record<string, Json> = {}
    for (const { name, required, build } of inOrder) {
      const value = memberOf(made, name)
      if (required || value !== undefined) put(body, name, build(value))
    }
    for (const name of Object.keys(made))
      if (!names.has(name)) put(body, name, builderAt(name, true, below(sources, name))(made[name]))
    return body
  }
  return (made) => {
    if (isJsonObject(made)) return object(made)
    if (made !== undefined) return ofItsType(made, folded)
    if (alone === undefined) alone = folded.properties === undefined ? valueAlone(member, folded, sources) : object({})
    return alone
  }
}

interface Members {
  /** In the order of the schema, as the documents show it; then those that it requires and does not declare. */
  readonly inOrder: readonly { readonly name: string; readonly required: boolean; readonly build: BodyBuilder }[]
  readonly names: ReadonlySet<string>
}

function membersOf({ properties = {}, required = [] }: JsonSchemaObject, sources: BodySources): Members {
  const names = new Set([...Object.keys(properties), ...required])
  const inOrder = [...names].map((name) => ({
    name,
    required: required.includes(name),
    build: builderAt(name, Object.hasOwn(properties, name) ? (properties[name] ?? true) : true, below(sources, name)),
  }))
  return { inOrder, names }
}

function below({ example, fallback }: BodySources, name: string): BodySources {
  return { example: memberOf(example, name), fallback }
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

function put(body: Record<string, Json>, name: string, value: Json): void {
  // A name like any other in JSON, and a trap in an assignment.
  if (name === '__proto__') Object.defineProperty(body, name, { value, enumerable: true })
  else body[name] = value
}

/** A value that no rule makes: what the schema fixes, what the example shows, what the documents say, else any of its type. */
function valueAlone(member: string, schema: JsonSchemaObject, sources: BodySources): Json {
  if (schema.const !== undefined) return schema.const
  // A member that may be null and that no rule makes tells of something that is not there yet.
  if (Array.isArray(schema.type) && schema.type.includes('null')) return null
  const documented = [schema.enum ? schema.enum[0] : sources.example, schema.examples?.[0], schema.default]
  const found = documented.find((candidate) => candidate !== undefined)
  const value = found === undefined ? sources.fallback?.(schema, member) : found
  return value === undefined ? valueOfType(member, schema, sources) : value
}

function valueOfType(member: string, schema: JsonSchemaObject, { fallback }: BodySources): Json {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['null'])
  switch (types[0]) {
    case 'string':
      return stringOf(schema)
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1)
    case 'boolean':
      return false
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => builderAt(member, schema.items ?? true, { fallback })())
    case 'object':
      return builderAt(member, schema, { fallback })({})
    default:
      return null
  }
}

/** A decimal in the spelling that its place asks for: an amount sent as a number may come back as a string, and the other way round. */
function ofItsType(value: Json, { type }: JsonSchemaObject): Json {
  if (type === undefined || type === typeof value) return value
  const types = typeof type === 'string' ? [type] : type
  if (isJsonNumber(value) && types.includes('string') && !types.includes('number')) return String(value)
  if (typeof value !== 'string' || !types.includes('number') || types.includes('string')) return value
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) ? parseJson(value) : value
}

/** Values of the formats that JSON Schema 2020-12 and OpenAPI name and an answer may need. */
const FORMATS: { readonly [format: string]: string } = {
  uuid: '00000000-0000-4000-8000-000000000000',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  email: 'customer@example.com',
  date: '2026-01-01',
  'date-time': '2026-01-01T00:00:00Z',
}

function stringOf(schema: JsonSchemaObject): string {
  if (schema['x-https-url']) return 'https://example.com/'
  if (schema['x-decimal']) return schema['x-decimal'].minimum ?? '0'
  // A text of which nothing is said may be an amount: 0 can be read as both.
  return FORMATS[schema.format ?? ''] ?? '0'.repeat(schema.minLength ?? 1)
}

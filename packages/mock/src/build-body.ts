import {
  isJsonNumber,
  isJsonObject,
  type Json,
  type JsonSchema,
  type JsonSchemaObject,
  parseJson,
} from '@assay/contract'

/** Where the values of a body come from, beside its schema. */
export interface BodySources {
  /** What rules make: the body, or the parts of it that they speak of. */
  readonly made?: Json | undefined
  /** An example of the whole body: for members that no rule makes and the schema does not fix. */
  readonly example?: Json | undefined
  /** A value for a place where schema and example say nothing but the type; undefined leaves it to the type. */
  readonly fallback?: ((schema: JsonSchemaObject, member: string) => Json | undefined) | undefined
}

/** A body by its schema: what rules make, the other required members from schema and example, and no other member. */
export function buildBody(schema: JsonSchema, sources: BodySources): Json {
  return build(schema, '', sources)
}

function build(schema: JsonSchema, member: string, sources: BodySources): Json {
  const { made, example } = sources
  const folded = flattened(schema)
  if (isJsonObject(made) || (made === undefined && folded.properties !== undefined)) return buildObject(folded, sources)
  if (made !== undefined) return ofItsType(made, folded)
  if (folded.const !== undefined) return folded.const
  // A member that may be null and that no rule makes tells of something that is not there yet.
  if (Array.isArray(folded.type) && folded.type.includes('null')) return null
  const shown = folded.enum ? folded.enum[0] : example
  if (shown !== undefined) return shown
  const [documented = folded.default] = folded.examples ?? []
  if (documented !== undefined) return documented
  const other = sources.fallback?.(folded, member)
  return other === undefined ? valueOfType(folded, member, sources) : other
}

function buildObject(schema: JsonSchemaObject, sources: BodySources): Json {
  const { inOrder, names } = membersOf(schema)
  const { example, fallback } = sources
  const made = isJsonObject(sources.made) ? sources.made : {}
  const members: Record<string, Json> = {}
  for (const { name, schema: own, required } of inOrder) {
    const value = memberOf(made, name)
    if (required || value !== undefined)
      put(members, name, build(own, name, { made: value, example: memberOf(example, name), fallback }))
  }
  for (const name of Object.keys(made)) {
    if (!names.has(name))
      put(members, name, build(true, name, { made: made[name], example: memberOf(example, name), fallback }))
  }
  return members
}

function put(members: Record<string, Json>, name: string, value: Json): void {
  // A name like any other in JSON, and a trap in an assignment.
  if (name === '__proto__') Object.defineProperty(members, name, { value, enumerable: true })
  else members[name] = value
}

interface Members {
  /** In the order of the schema, as the documents show it; then those that it requires and does not declare. */
  readonly inOrder: readonly { readonly name: string; readonly schema: JsonSchema; readonly required: boolean }[]
  readonly names: ReadonlySet<string>
}

const known = new WeakMap<JsonSchemaObject, Members>()

/** The members that a schema declares or requires, looked up once a schema: an answer of every request is built from them. */
function membersOf(schema: JsonSchemaObject): Members {
  const before = known.get(schema)
  if (before !== undefined) return before
  const declared = Object.entries(schema.properties ?? {})
  const required = new Set(schema.required)
  const inOrder = declared.map(([name, own]) => ({ name, schema: own, required: required.has(name) }))
  for (const [name] of declared) required.delete(name)
  for (const name of required) inOrder.push({ name, schema: true, required: true })
  const made = { inOrder, names: new Set(inOrder.map(({ name }) => name)) }
  known.set(schema, made)
  return made
}

/** A decimal in the spelling that its place asks for: an amount sent as a number may come back as a string, and the other way round. */
function ofItsType(value: Json, { type }: JsonSchemaObject): Json {
  if (type === undefined || type === typeof value) return value
  const types = typeof type === 'string' ? [type] : type
  if (isJsonNumber(value) && types.includes('string') && !types.includes('number')) return String(value)
  if (typeof value !== 'string' || !types.includes('number') || types.includes('string')) return value
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) ? parseJson(value) : value
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

function valueOfType(schema: JsonSchemaObject, member: string, sources: BodySources): Json {
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
      return Array.from({ length: schema.minItems ?? 0 }, () =>
        build(schema.items ?? true, member, { fallback: sources.fallback }),
      )
    case 'object':
      return buildObject(schema, sources)
    default:
      return null
  }
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

/** The schema with its `allOf` parts and its first alternative folded in, as far as a body is built from it. */
function flattened(schema: JsonSchema): JsonSchemaObject {
  if (typeof schema === 'boolean') return {}
  if (schema.allOf === undefined && schema.oneOf === undefined && schema.anyOf === undefined) return schema
  const known = flat.get(schema)
  if (known !== undefined) return known
  const alternative = (schema.oneOf ?? schema.anyOf)?.find((part) => part !== false)
  const parts = [...(schema.allOf ?? []), ...(alternative === undefined ? [] : [alternative])].map(flattened)
  const made = parts.reduce(merged, schema)
  flat.set(schema, made)
  return made
}

const flat = new WeakMap<JsonSchemaObject, JsonSchemaObject>()

function merged(left: JsonSchemaObject, right: JsonSchemaObject): JsonSchemaObject {
  const result = { ...right, ...left }
  const required = [...(left.required ?? []), ...(right.required ?? [])]
  const properties = { ...right.properties, ...left.properties }
  return {
    ...result,
    ...(required.length > 0 ? { required } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  }
}

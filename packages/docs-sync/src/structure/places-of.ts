import { isJsonObject, type Json, type JsonObject } from '@assay/contract'
import { type FoundOperation, operationsOf } from './operations-of.ts'
import { resolve } from './resolve.ts'
import { schemaPlaces } from './schema-places.ts'

/**
 * Every place of an OpenAPI document by its name, in order: `document`, `operation`, `header/<name>`, `request/<field>/…`,
 * `response/<status>/<field>/…`, `example/request/<name>`, `example/response/<status>/<name>`, `error/<status>/<name>`. What has a name of
 * its own below a place is left out of it. Where the document has several operations, all but `document` begin with `<METHOD> <path> `.
 */
export function placesOf(document: JsonObject): ReadonlyMap<string, Json> {
  const places = new Map<string, Json>()
  places.set(
    'document',
    pick(document, ['openapi', 'swagger', 'info', 'servers', 'host', 'basePath', 'schemes', 'tags']),
  )
  const operations = operationsOf(document)
  for (const found of operations) {
    const prefix = operations.length === 1 ? '' : `${found.method.toUpperCase()} ${found.path} `
    for (const [name, value] of operationPlaces(document, found)) places.set(`${prefix}${name}`, value)
  }
  return places
}

function* operationPlaces(document: JsonObject, found: FoundOperation): Generator<[string, Json]> {
  const { operation, item, method, path } = found
  const { parameters: _, requestBody, responses, ...own } = operation
  const servers = operation.servers ?? item.servers
  yield ['operation', { ...own, ...(servers === undefined ? {} : { servers }), method, path }]
  yield* securityPlaces(document, operation)
  for (const parameter of [...list(item.parameters), ...list(operation.parameters)]) {
    const resolved = resolve(document, parameter)
    if (resolved !== undefined) yield [`${text(resolved.in)}/${text(resolved.name)}`, resolved]
  }
  const body = resolve(document, requestBody)
  if (body !== undefined) {
    const { content, ...rest } = body
    yield* bodyPlaces(document, content, 'request', rest, (name) => `example/request/${name}`)
  }
  for (const [status, entry] of Object.entries(isJsonObject(responses) ? responses : {})) {
    const answer = resolve(document, entry)
    if (answer !== undefined) yield* answerPlaces(document, status, answer)
  }
}

function* answerPlaces(document: JsonObject, status: string, answer: JsonObject): Generator<[string, Json]> {
  const { content, 'x-error-code': code, ...rest } = answer
  const error = /^[45]/.test(status)
  for (const one of Array.isArray(code) ? code : code === undefined ? [] : [code]) {
    yield [`error/${status}/${text(one)}`, { ...rest, code: one }]
  }
  if (code !== undefined && content === undefined) return
  const exampleName = (name: string): string =>
    error ? `error/${status}/${name}` : `example/response/${status}/${name}`
  yield* bodyPlaces(document, content, `response/${status}`, rest, exampleName)
}

function* bodyPlaces(
  document: JsonObject,
  content: Json | undefined,
  place: string,
  rest: JsonObject,
  exampleName: (name: string) => string,
): Generator<[string, Json]> {
  const media = Object.entries(isJsonObject(content) ? content : {})
  const main = (media.find(([type]) => /\bjson\b/.test(type)) ?? media[0])?.[0]
  const own = Object.fromEntries(media.map(([type, body]) => [type, withoutKnown(body)]))
  const schemas = media.flatMap(([type, body]) => (isJsonObject(body) ? [{ type, body }] : []))
  const mainSchema = schemas.find(({ type }) => type === main)?.body.schema
  yield [place, { ...rest, ...(media.length === 0 ? {} : { content: own }), ...schemaOwn(document, mainSchema) }]
  for (const { type, body } of schemas) {
    const suffix = type === main ? '' : ` (${type})`
    const below = [...schemaPlaces(document, body.schema, `${place}${suffix}`)]
    yield* suffix === '' ? below.slice(1) : below
    yield* examplePlaces(body, `${place}${suffix}`, new Set([place, ...below.map(([name]) => name)]))
    if (body.example !== undefined) yield [`${exampleName('Example')}${suffix}`, { value: body.example }]
    for (const [name, example] of Object.entries(isJsonObject(body.examples) ? body.examples : {})) {
      yield [`${exampleName(name)}${suffix}`, resolve(document, example) ?? example]
    }
  }
}

/** Members that examples show and no schema lists: they have a place too. */
function* examplePlaces(body: JsonObject, place: string, known: Set<string>): Generator<[string, Json]> {
  const shown = [body.example, ...Object.values(isJsonObject(body.examples) ? body.examples : {}).map(shownValue)]
  const waiting = shown.map((value) => ({ value, at: place }))
  for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
    const { value, at } = entry
    if (Array.isArray(value)) waiting.push({ value: value[0], at: `${at}/items` })
    if (!isJsonObject(value)) continue
    for (const [name, member] of Object.entries(value)) {
      const here = `${at}/${name}`
      waiting.push({ value: member, at: here })
      if (known.has(here)) continue
      known.add(here)
      yield [here, typeof member === 'object' && member !== null ? {} : { example: member }]
    }
  }
}

function shownValue(example: Json): Json | undefined {
  return isJsonObject(example) ? example.value : undefined
}

function schemaOwn(document: JsonObject, schema: Json | undefined): JsonObject {
  const [own] = schemaPlaces(document, schema, '')
  return own === undefined ? {} : { schema: own[1] }
}

function withoutKnown(body: Json): Json {
  if (!isJsonObject(body)) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => !['schema', 'example', 'examples'].includes(name)))
}

function* securityPlaces(document: JsonObject, operation: JsonObject): Generator<[string, Json]> {
  const components = isJsonObject(document.components) ? document.components : {}
  const schemes = isJsonObject(components.securitySchemes) ? components.securitySchemes : {}
  for (const requirement of list(operation.security ?? document.security)) {
    for (const [name, scopes] of Object.entries(isJsonObject(requirement) ? requirement : {})) {
      const scheme = resolve(document, schemes[name])
      const place =
        scheme?.type === 'apiKey'
          ? `${text(scheme.in)}/${text(scheme.name)}`
          : scheme?.type === 'http'
            ? 'header/Authorization'
            : `security/${name}`
      yield [place, { ...scheme, scopes }]
    }
  }
}

function pick(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)))
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}

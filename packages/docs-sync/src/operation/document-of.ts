import { formatPointer, isJsonObject, type Json, type JsonObject } from '@assay/contract'
import { camelCase } from './camel-case.ts'
import type { AnswerDraft, BodyDraft, FieldDraft, OperationDraft, ParameterDraft } from './operation-draft.ts'
import { schemaOfExample } from './schema-of-example.ts'

/** An OpenAPI document and the lines its parts come from. */
export interface DrawnDocument {
  readonly document: JsonObject
  readonly lines: ReadonlyMap<string, number>
}

type At = readonly (string | number)[]
type Note = (at: At, line: number) => void

/** The OpenAPI 3.1 document of what a page tells in words and tables. */
export function documentOf(title: string, operations: readonly OperationDraft[]): DrawnDocument {
  const lines = new Map<string, number>()
  const note: Note = (at, line) => lines.set(formatPointer(at), line)
  const server = operations.find((operation) => operation.server !== undefined)?.server
  const paths: Record<string, Record<string, Json>> = {}
  const schemes: Record<string, Json> = {}
  for (const operation of operations) {
    note(['paths', operation.path, operation.method], operation.line)
    const item = paths[operation.path] ?? {}
    paths[operation.path] = item
    item[operation.method] = operationOf(operation, server, note)
    for (const header of operation.security) {
      note(['components', 'securitySchemes', schemeName(header)], header.line)
      schemes[schemeName(header)] = schemeOf(header)
    }
  }
  const security = [...new Set(operations.flatMap((operation) => operation.security.map(schemeName)))]
  const document: JsonObject = {
    openapi: '3.1.0',
    info: { title, version: versionOf(server) },
    servers: server === undefined ? [] : [{ url: server }],
    ...(security.length === 0 ? {} : { security: [Object.fromEntries(security.map((name) => [name, []]))] }),
    paths,
    ...(security.length === 0 ? {} : { components: { securitySchemes: schemes } }),
  }
  return { document, lines }
}

function versionOf(server: string | undefined): string {
  return /\/(v\d+(?:\.\d+)*)$/i.exec(server ?? '')?.[1] ?? 'undocumented'
}

function schemeName(header: ParameterDraft): string {
  return header.scheme === undefined ? camelCase(header.name) : `${header.scheme}Auth`
}

function schemeOf(header: ParameterDraft): JsonObject {
  const words = header.description === undefined ? {} : { description: header.description }
  if (header.scheme !== undefined) return { type: 'http', ...words, scheme: header.scheme }
  return { type: 'apiKey', ...words, in: header.in, name: header.name }
}

function operationOf(operation: OperationDraft, server: string | undefined, note: Note): JsonObject {
  const at: At = ['paths', operation.path, operation.method]
  const { title, description, parameters, request } = operation
  const own = operation.server !== undefined && operation.server !== server
  return {
    operationId: camelCase(title ?? `${operation.method} ${operation.path}`),
    ...(title === undefined ? {} : { summary: title }),
    ...(description === undefined ? {} : { description }),
    ...(own ? { servers: [{ url: operation.server ?? '' }] } : {}),
    ...(parameters.length === 0
      ? {}
      : { parameters: parameters.map((one, index) => parameterOf(one, [...at, 'parameters', index], note)) }),
    ...(request === undefined
      ? {}
      : { requestBody: { content: contentOf(request, [...at, 'requestBody', 'content'], note) } }),
    responses: Object.fromEntries(
      operation.answers.map((answer) => [answer.status, answerOf(answer, [...at, 'responses', answer.status], note)]),
    ),
  }
}

function parameterOf(parameter: ParameterDraft, at: At, note: Note): JsonObject {
  note(at, parameter.line)
  const { name, description, required, schema } = parameter
  return {
    name,
    in: parameter.in,
    ...(description === undefined ? {} : { description }),
    ...(required === true || parameter.in === 'path' ? { required: true } : {}),
    schema,
  }
}

function answerOf(answer: AnswerDraft, at: At, note: Note): JsonObject {
  note(at, answer.line)
  const { body, description, errors } = answer
  const codes = errors.map(({ code }) => code)
  for (const error of errors) note([...at, 'x-error-code'], error.line)
  const said = [
    ...(description === undefined ? [] : [description]),
    ...errors.map((error) => error.description ?? error.code),
  ].join(' ')
  return {
    description: said,
    ...(codes.length === 0 ? {} : { 'x-error-code': codes.length === 1 ? (codes[0] ?? '') : codes }),
    ...(body === undefined ? {} : { content: contentOf(body, [...at, 'content'], note) }),
  }
}

function contentOf(body: BodyDraft, at: At, note: Note): JsonObject {
  const here: At = [...at, body.mediaType]
  note(here, body.line)
  const [first] = body.examples
  const listed = body.fields.length > 0
  const schema = listed
    ? objectOf(body.fields, { type: 'object' }, [...here, 'schema'], note)
    : first === undefined
      ? undefined
      : schemaOfExample(first.value)
  const lost = body.unnamed === undefined || body.unnamed.length === 0 ? {} : { 'x-unnamed-fields': body.unnamed }
  const examples = body.examples.map(({ value, headers, description, line }, index) => {
    const name = index === 0 ? 'Example' : `Example ${index + 1}`
    note([...here, 'examples', name], line)
    const words = description === undefined ? {} : { description }
    return [name, { ...words, ...(headers === undefined ? {} : { 'x-example-headers': headers }), value }]
  })
  return {
    [body.mediaType]: {
      ...(schema === undefined ? {} : { schema: { ...schema, ...lost } }),
      ...(examples.length === 0 ? {} : { examples: Object.fromEntries(examples) }),
    },
  }
}

function objectOf(fields: readonly FieldDraft[], own: JsonObject, at: At, note: Note): JsonObject {
  const required = fields.filter((field) => field.required === true).map(({ name }) => name)
  const properties = fields.map((field) => {
    const below: At = [...at, 'properties', field.name]
    note(below, field.line)
    return [field.name, fieldSchema(field, below, note)]
  })
  return { ...own, properties: Object.fromEntries(properties), ...(required.length === 0 ? {} : { required }) }
}

function fieldSchema(field: FieldDraft, at: At, note: Note): JsonObject {
  const { schema, children } = field
  if (children.length === 0) return schema
  if (schema.type !== 'array') return objectOf(children, schema, at, note)
  const items = isJsonObject(schema.items) ? schema.items : {}
  return { ...schema, items: objectOf(children, { ...items, type: 'object' }, [...at, 'items'], note) }
}

import {
  formatPointer,
  isJsonObject,
  type Json,
  type JsonObject,
  parsePointer,
  valueAt,
  withValueAt,
} from '@assay/contract'
import { camelCase } from '../operation/camel-case.ts'
import type { FoundOperation } from '../structure/operations-of.ts'
import { resolve } from '../structure/resolve.ts'
import { InitError } from './init-error.ts'

/** More parts than an operation ever needs. */
const MAXIMUM_PARTS = 2_000

/**
 * The part of a document that some operations need: their paths, the components they refer to, and how they are authenticated. Bodies of other
 * kinds than JSON are left out.
 * @throws InitError where an operation takes no JSON, or a reference leads to nothing.
 */
export function cutDocument(document: JsonObject, operations: readonly FoundOperation[], place: string): JsonObject {
  let result: JsonObject = {
    openapi: document.openapi ?? '3.1.0',
    info: infoOf(document),
    servers: serversOf(document.servers),
    ...(document.security === undefined ? {} : { security: document.security }),
    paths: {},
  }
  for (const found of operations) {
    const at = formatPointer(['paths', found.path, found.method])
    result = withValueAt(result, at, operationOf(document, found, place)) as JsonObject
    const { parameters } = found.item
    if (parameters !== undefined)
      result = withValueAt(result, formatPointer(['paths', found.path, 'parameters']), parameters) as JsonObject
  }
  result = withSchemes(document, result)
  return withReferences(document, result, place)
}

function infoOf(document: JsonObject): JsonObject {
  const info = isJsonObject(document.info) ? document.info : {}
  const version = typeof info.version === 'string' && info.version !== '' ? info.version : 'undocumented'
  return { title: typeof info.title === 'string' ? info.title : 'Untitled', version }
}

function serversOf(servers: Json | undefined): Json {
  if (!Array.isArray(servers)) return []
  return servers
    .filter(isJsonObject)
    .map(({ url, variables }) => ({ url: url ?? '', ...(variables === undefined ? {} : { variables }) }))
}

function operationOf(
  document: JsonObject,
  { method, path, operation, item }: FoundOperation,
  place: string,
): JsonObject {
  const name = `${method.toUpperCase()} ${path}`
  const { operationId, summary, parameters, security, requestBody, responses } = operation
  const body = resolve(document, requestBody)
  const content = body === undefined ? undefined : jsonContent(body.content)
  if (body !== undefined && isJsonObject(body.content) && content === undefined) {
    const types = Object.keys(body.content).join(', ')
    throw new InitError(
      `${name} of ${place} takes ${types || 'a body without a media type'}: only JSON bodies are certified.`,
    )
  }
  const servers = operation.servers ?? item.servers
  const answers = Object.entries(isJsonObject(responses) ? responses : {}).map(([status, entry]) => {
    const answer = resolve(document, entry) ?? {}
    const { content: bodies, headers: _, links: __, ...rest } = answer
    const json = jsonContent(bodies)
    return [status, { description: 'Answer.', ...rest, ...(json === undefined ? {} : { content: json }) }]
  })
  const given = typeof operationId === 'string' && /[A-Za-z]/.test(operationId) ? operationId : undefined
  return {
    operationId: given ?? camelCase(typeof summary === 'string' && summary.length <= 60 ? summary : name),
    ...(servers === undefined ? {} : { servers: serversOf(servers) }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(security === undefined ? {} : { security }),
    ...(body === undefined || content === undefined
      ? {}
      : { requestBody: { ...(body.required === undefined ? {} : { required: body.required }), content } }),
    responses:
      answers.length === 0 ? { default: { description: 'No answer is documented.' } } : Object.fromEntries(answers),
  }
}

function jsonContent(content: Json | undefined): JsonObject | undefined {
  if (!isJsonObject(content)) return undefined
  const json = Object.entries(content).filter(
    ([type]) => /^application\/(?:[\w.-]+\+)?json\b/i.test(type) || type === '*/*',
  )
  const [first] = json
  return first === undefined ? undefined : { [first[0] === '*/*' ? 'application/json' : first[0]]: first[1] }
}

/** The security schemes that are asked for. */
function withSchemes(document: JsonObject, cut: JsonObject): JsonObject {
  const components = isJsonObject(document.components) ? document.components : {}
  const schemes = isJsonObject(components.securitySchemes) ? components.securitySchemes : {}
  const requirements: Json[] = [cut.security ?? []]
  for (const item of Object.values(isJsonObject(cut.paths) ? cut.paths : {})) {
    for (const operation of Object.values(isJsonObject(item) ? item : {})) {
      if (isJsonObject(operation)) requirements.push(operation.security ?? [])
    }
  }
  const names = new Set(requirements.flat().filter(isJsonObject).flatMap(Object.keys))
  const used = Object.entries(schemes).filter(([name]) => names.has(name))
  return used.length === 0 ? cut : { ...cut, components: { securitySchemes: Object.fromEntries(used) } }
}

/** Every component that is referred to, directly or not. */
function withReferences(document: JsonObject, cut: JsonObject, place: string): JsonObject {
  let result = cut
  const waiting: Json[] = [cut]
  const done = new Set<string>()
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue
    if (isJsonObject(value) && typeof value.$ref === 'string' && !done.has(value.$ref)) {
      if (!value.$ref.startsWith('#/')) {
        throw new InitError(
          `${place} refers to ${value.$ref.slice(0, 120)}, which is elsewhere: nothing is fetched, bring it into the document.`,
        )
      }
      const pointer = decodeURIComponent(value.$ref.slice(1))
      done.add(value.$ref)
      const target = valueAt(document, pointer)
      if (target === undefined) {
        throw new InitError(
          `${place} refers to ${value.$ref}, which it does not have: give the file that has it with --page.`,
        )
      }
      if (done.size > MAXIMUM_PARTS)
        throw new InitError(`The operation refers to more than ${MAXIMUM_PARTS} parts of ${place}.`)
      if (parsePointer(pointer)[0] === 'components') result = withValueAt(result, pointer, target) as JsonObject
      waiting.push(target)
    }
    waiting.push(...(Object.values(value) as Json[]))
  }
  return result
}

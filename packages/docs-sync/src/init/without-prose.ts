import { isJsonObject, type Json, type JsonObject } from '@assay/contract'
import { splitProse } from '../structure/split-prose.ts'

/** Extensions that say something of the interface and not of a page's layout. */
const KEPT = new Set(['x-error-code', 'x-example-headers', 'x-unnamed-fields'])

/**
 * A document without the words of its pages: what a provider's people wrote is read, never copied. Answers need a description by the standard
 * and get a plain one; so do parameters and members, which point to their place on the page.
 */
export function withoutProse(document: JsonObject, title: string, page: string): JsonObject {
  const { structure } = splitProse(document)
  const bare = (isJsonObject(structure) ? strip(structure) : {}) as JsonObject
  const info = isJsonObject(document.info) ? document.info : {}
  const paths = Object.entries(isJsonObject(bare.paths) ? bare.paths : {}).map(([path, item]) => [
    path,
    describeItem(item, page),
  ])
  const { openapi, info: _, paths: __, servers, security, components, ...others } = bare
  return {
    openapi: openapi ?? '3.1.0',
    info: { title, version: info.version ?? 'undocumented' },
    servers: servers ?? [],
    ...(security === undefined ? {} : { security }),
    ...others,
    paths: Object.fromEntries(paths),
    ...(components === undefined ? {} : { components }),
  }
}

function strip(value: Json): Json {
  if (Array.isArray(value)) return value.map(strip)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith('x-') || KEPT.has(name))
      .map(([name, member]) => [name, isData(name) ? member : strip(member)]),
  )
}

function isData(name: string): boolean {
  return ['example', 'examples', 'value', 'default', 'enum', 'const'].includes(name) || name.startsWith('x-')
}

function describeItem(item: Json, page: string): Json {
  if (!isJsonObject(item)) return item
  return Object.fromEntries(
    Object.entries(item).map(([name, operation]) => {
      if (!isJsonObject(operation) || !isJsonObject(operation.responses)) return [name, operation]
      const responses = Object.entries(operation.responses).map(([status, answer]) => [
        status,
        isJsonObject(answer) ? { description: `See response/${status} of the page ${page}.`, ...answer } : answer,
      ])
      return [name, { ...operation, responses: Object.fromEntries(responses) }]
    }),
  )
}

import { isJsonObject, type Json, type JsonObject } from '@assay/contract'

/** Members that are prose wherever they stand in an OpenAPI document. */
const PROSE = new Set(['description', 'summary', 'title', 'externalDocs', 'termsOfService', 'contact'])
/** Members whose own members have names of the documents' choosing: a property may well be called "description". */
const MAPS = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
  'paths',
  'webhooks',
  'responses',
  'content',
  'headers',
  'links',
  'callbacks',
  'schemas',
  'parameters',
  'requestBodies',
  'securitySchemes',
  'pathItems',
  'variables',
  'encoding',
])
/** Members that hold data of the interface, not words about it. */
const DATA = new Set(['example', 'default', 'const', 'enum', 'value', 'mapping', 'scopes', 'dependentRequired'])

/** A part of an OpenAPI document, what the interface does apart from what is said about it. */
export interface SplitProse {
  readonly structure: Json
  /** Each piece of prose, in the order of the names of their members. */
  readonly prose: readonly string[]
}

/** Takes the prose out of an OpenAPI document, or of a part of it: descriptions, summaries and titles, but no member named so. */
export function splitProse(value: Json): SplitProse {
  const prose: string[] = []
  return { structure: split(value, prose, false), prose }
}

function split(value: Json, prose: string[], isMap: boolean): Json {
  if (Array.isArray(value)) return value.map((item: Json) => split(item, prose, false))
  if (!isJsonObject(value)) return value
  const result: Record<string, Json> = {}
  for (const name of Object.keys(value).sort()) {
    const member = value[name] as Json
    if (isMap) result[name] = split(member, prose, false)
    else if (PROSE.has(name)) prose.push(typeof member === 'string' ? member : JSON.stringify(member))
    else if (DATA.has(name) || name.startsWith('x-example')) result[name] = member
    else if (name === 'examples') result[name] = examples(member, prose)
    else result[name] = split(member, prose, MAPS.has(name) && isJsonObject(member))
  }
  return result
}

/** Of named examples each has words and a value; of a schema's examples each is a value. */
function examples(value: Json, prose: string[]): JsonObject | Json {
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, example]) => [name, split(example, prose, false)]))
}

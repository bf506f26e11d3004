/** The sorts of object in an OpenAPI document whose structure is compared and written; `…s` is a map or list of them. */
export type Kind =
  | 'operation'
  | 'parameter'
  | 'body'
  | 'responses'
  | 'response'
  | 'headers'
  | 'contents'
  | 'content'
  | 'examples'
  | 'example'
  | 'schema'
  | 'schemas'
  | 'schemaList'

/** Which members of an object hold objects of a sort of their own. Any other member is a plain value. */
const MEMBERS: Readonly<Record<Kind, Readonly<Record<string, Kind>>>> = {
  operation: { requestBody: 'body', responses: 'responses' },
  parameter: { schema: 'schema', content: 'contents' },
  body: { content: 'contents' },
  responses: { '*': 'response' },
  response: { content: 'contents', headers: 'headers' },
  headers: { '*': 'parameter' },
  contents: { '*': 'content' },
  content: { schema: 'schema', examples: 'examples' },
  examples: { '*': 'example' },
  example: {},
  schemas: { '*': 'schema' },
  schemaList: { '*': 'schema' },
  schema: Object.fromEntries<Kind>([
    ...['properties', 'patternProperties'].map((name): [string, Kind] => [name, 'schemas']),
    ...['items', 'additionalProperties', 'not', 'if', 'then', 'else'].map((name): [string, Kind] => [name, 'schema']),
    ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((name): [string, Kind] => [name, 'schemaList']),
  ]),
}

/** Members that are words, or that the house names itself: what a page says there is not taken over. */
const OURS = new Set(['description', 'summary', 'title', 'externalDocs', 'xml', '$comment', 'tags', 'operationId'])
/** Members of an operation that are written by their meaning, since they may stand at the path or the document as well. */
const BY_MEANING = new Set(['servers', 'security', 'parameters'])

/** The sort of object that a member holds; undefined for a plain value. */
export function kindOfMember(kind: Kind, name: string): Kind | undefined {
  const known = MEMBERS[kind]
  return Object.hasOwn(known, name) ? known[name] : known['*']
}

/** Whether a member is left as it is, or left out, when a page is taken over. */
export function isOurs(kind: Kind, name: string): boolean {
  // The names in a map are the interface's own: a member may well be called "description".
  if (MEMBERS[kind]['*'] !== undefined) return false
  if (name.startsWith('x-')) return name !== 'x-error-code'
  return OURS.has(name) || (kind === 'operation' && BY_MEANING.has(name))
}

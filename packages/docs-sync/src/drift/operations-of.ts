import { canonicalJson, isJsonObject, type Json } from '@assay/contract'
import { type DocumentNode, items, member, members, rootNode, text } from './document-node.ts'

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

/** An operation of a document, with what it takes from its path and from the document. */
export interface DocumentOperation {
  /** `POST /requests`; of a webhook `webhook name`. */
  readonly key: string
  readonly method: string
  readonly path: string
  /** The provider sends the request, and what is the answer elsewhere is ours. */
  readonly isWebhook: boolean
  readonly node: DocumentNode
  /** The operationId, where the document has one. */
  readonly id: string | undefined
  /** The addresses that count here, in order. */
  readonly servers: readonly Placed<string>[]
  /** The ways to authenticate that count here, each as one text, in the words of OpenAPI. */
  readonly auth: Placed<readonly string[]>
  /** By `in` and name. */
  readonly parameters: ReadonlyMap<string, DocumentNode>
  /** The keys of the parameters that the operation itself lists, in order. */
  readonly ownParameters: readonly string[]
}

/** A value and the JSON Pointer where it stands. */
export interface Placed<T> {
  readonly value: T
  readonly pointer: string
}

/** The operations and webhooks of an OpenAPI 3.x document, in its order. */
export function operationsOf(document: Parameters<typeof rootNode>[0]): readonly DocumentOperation[] {
  const root = rootNode(document)
  return (['paths', 'webhooks'] as const).flatMap((holder) =>
    [...members(member(root, holder))].flatMap(([path, item]) =>
      METHODS.flatMap((method): DocumentOperation[] => {
        const node = member(item, method)
        if (!isJsonObject(node.value)) return []
        const isWebhook = holder === 'webhooks'
        return [
          {
            key: isWebhook ? `webhook ${path}` : `${method.toUpperCase()} ${path}`,
            method: method.toUpperCase(),
            path,
            isWebhook,
            node,
            id: text(node, 'operationId'),
            servers: serversOf(root, item, node),
            auth: authOf(root, node),
            parameters: parametersOf(item, node),
            ownParameters: items(member(node, 'parameters')).map(parameterKey),
          },
        ]
      }),
    ),
  )
}

/** The nearest list of servers counts (OpenAPI 3.1, Operation Object). */
function serversOf(...holders: readonly DocumentNode[]): readonly Placed<string>[] {
  const lists = holders.map((holder) => items(member(holder, 'servers'))).filter((list) => list.length > 0)
  const nearest = lists.at(-1) ?? []
  return nearest.map((server) => ({ value: (text(server, 'url') ?? '').replace(/\/+$/, ''), pointer: server.pointer }))
}

function authOf(root: DocumentNode, operation: DocumentNode): Placed<readonly string[]> {
  const own = member(operation, 'security')
  const security = own.value === undefined ? member(root, 'security') : own
  const schemes = member(member(root, 'components'), 'securitySchemes')
  const ways = items(security).map((way) =>
    [...members(way).keys()]
      .map((name) => schemeText(member(schemes, name).value, name))
      .sort()
      .join(' and '),
  )
  return { value: ways.sort(), pointer: security.pointer }
}

/** What a scheme demands, in one text; what it is called in the document is nothing that travels. */
function schemeText(scheme: Json | undefined, name: string): string {
  if (!isJsonObject(scheme)) return `undeclared scheme ${name}`
  const { type, in: place, name: parameter, scheme: http, bearerFormat, flows, openIdConnectUrl } = scheme
  if (type === 'apiKey')
    return `${String(place)} ${place === 'header' ? String(parameter).toLowerCase() : String(parameter)}`
  const details = [http, bearerFormat, openIdConnectUrl, flows === undefined ? undefined : canonicalJson(flows)]
  return [type, ...details.filter((detail) => detail !== undefined)].map(String).join(' ')
}

/** Those of the operation take the place of those of its path (OpenAPI 3.1, Operation Object). */
function parametersOf(item: DocumentNode, operation: DocumentNode): ReadonlyMap<string, DocumentNode> {
  const all = [...items(member(item, 'parameters')), ...items(member(operation, 'parameters'))]
  return new Map(all.map((parameter) => [parameterKey(parameter), parameter]))
}

/** The names of headers are the same in any letter case (RFC 9110, section 5.1). */
function parameterKey(parameter: DocumentNode): string {
  const [place, name] = [text(parameter, 'in') ?? '', text(parameter, 'name') ?? '']
  return `${place}/${place === 'header' ? name.toLowerCase() : name}`
}

import type { JsonObject } from '@assay/contract'
import { splitPlace } from './compare-prose.ts'
import { type DocumentNode, member, members } from './document-node.ts'
import { operationsOf } from './operations-of.ts'

/** The JSON Pointer of a place that sources.yaml names (`request/currency/iso`, `error/422/AmountMinimum`), in the first operation that has it. */
export function placePointer(document: JsonObject, place: string): string | undefined {
  const [operation, name] = splitPlace(place)
  for (const { key, node, parameters } of operationsOf(document)) {
    if (operation !== undefined && operation !== key) continue
    const found = inOperation(node, parameters, name.split('/'))
    if (found?.value !== undefined) return found.pointer
  }
  return undefined
}

function inOperation(
  operation: DocumentNode,
  parameters: ReadonlyMap<string, DocumentNode>,
  names: readonly string[],
): DocumentNode | undefined {
  const [kind, first = '', ...rest] = names
  const response = (status: string) => member(member(operation, 'responses'), status)
  switch (kind) {
    case 'operation':
      return operation
    case 'header':
    case 'query':
    case 'path':
    case 'cookie':
      return parameters.get(`${kind}/${kind === 'header' ? first.toLowerCase() : first}`)
    case 'request':
      return inBody(member(operation, 'requestBody'), first === '' ? [] : [first, ...rest])
    case 'response':
      return inBody(response(first), rest)
    case 'error':
      return example(response(first), rest.join('/')) ?? response(first)
    case 'example':
      return first === 'request'
        ? example(member(operation, 'requestBody'), rest.join('/'))
        : example(response(rest[0] ?? ''), rest.slice(1).join('/'))
    default:
      return undefined
  }
}

function contentOf(body: DocumentNode): DocumentNode | undefined {
  const [first] = members(member(body, 'content')).values()
  return first
}

function inBody(body: DocumentNode, names: readonly string[]): DocumentNode | undefined {
  if (names.length === 0) return body
  const content = contentOf(body)
  if (content === undefined) return undefined
  return names.reduce<DocumentNode>(
    (schema, name) => (name === 'items' ? member(schema, 'items') : member(member(schema, 'properties'), name)),
    member(content, 'schema'),
  )
}

function example(body: DocumentNode, name: string): DocumentNode | undefined {
  const content = contentOf(body)
  if (content === undefined) return undefined
  const named = member(member(content, 'examples'), name)
  return named.value === undefined ? member(content, 'example') : named
}

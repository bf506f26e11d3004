import type { SigningProfile } from '@assay/signing'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import type { Operation } from './operation.ts'
import { type PlacedAnswer, type PlacedRequest, readAnswers, readRequest } from './read-body.ts'
import { readParameters } from './read-parameters.ts'
import { type Reading, report } from './reading.ts'
import { serverUrl } from './server-url.ts'
import { signingOf } from './signing-of.ts'

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** An operation before its rules are read. */
export interface OperationReading extends Omit<Operation, 'request' | 'answers' | 'roles' | 'rules'> {
  readonly request?: PlacedRequest
  readonly answers: readonly PlacedAnswer[]
  readonly signing?: SigningProfile
  /** The Operation Object. */
  readonly node: JsonObject
}

/** The operations of a document whose references are followed, in its order. */
export function readOperations(root: JsonObject, reading: Reading): OperationReading[] {
  const paths = isJsonObject(root.paths) ? root.paths : {}
  const operations = Object.entries(paths).flatMap(([path, item]) => {
    if (!path.startsWith('/') || !isJsonObject(item)) return []
    return METHODS.flatMap((method) => {
      const node = Object.hasOwn(item, method) ? item[method] : undefined
      return isJsonObject(node) ? [readOperation(root, path, item, method, node, reading)] : []
    })
  })
  for (const [index, { id, node }] of operations.entries()) {
    if (operations.findIndex((other) => other.id === id) === index) continue
    report(reading, node, 'operationId', `Two operations have the id "${id}", it must tell them apart.`)
  }
  return operations
}

function readOperation(
  root: JsonObject,
  path: string,
  item: JsonObject,
  method: string,
  node: JsonObject,
  reading: Reading,
): OperationReading {
  const server = serverUrl(node.servers, item.servers, root.servers)
  const signing = signingOf(root, node, reading)
  const request = readRequest(node, reading)
  return {
    id: text(node.operationId) ?? [method, ...path.split(/[^A-Za-z0-9]+/)].filter((part) => part !== '').join('-'),
    method: method.toUpperCase(),
    path,
    ...(server === undefined ? {} : { server }),
    ...(text(node.summary) === undefined ? {} : { summary: text(node.summary) as string }),
    ...(signing === undefined ? {} : { signing }),
    parameters: readParameters(item, node, signing, reading),
    ...(request === undefined ? {} : { request }),
    answers: readAnswers(node, reading),
    node,
  }
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

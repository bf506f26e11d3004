import {
  canonicalJson,
  formatPointer,
  isJsonObject,
  type Json,
  type JsonObject,
  parsePointer,
  valueAt,
} from '@assay/contract'
import { isCollection, isMap, isPair, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import type { Change } from '../drift/change.ts'
import { compareDocuments } from '../drift/compare-documents.ts'
import { member, nodeAt } from '../drift/document-node.ts'
import { type DocumentOperation, operationsOf } from '../drift/operations-of.ts'
import { keepYaml } from './keep-yaml.ts'
import { type Merging, mergeStructure } from './merge-structure.ts'
import { type Describe, plainCopy } from './plain-copy.ts'
import { rewriteAccess } from './rewrite-access.ts'
import { rewriteParameters } from './rewrite-parameters.ts'
import { UpdateError } from './update-error.ts'

/**
 * The text of an openapi.yaml that says what a page says now. Comments, order and words of what did not change stay as they stand; a new place gets a sentence
 * of ours that points to the page, for no words of a page are copied.
 * @param text The file as it is.
 * @param before What it says.
 * @param after What the page says.
 * @throws UpdateError where a change cannot be written into the file as it is built.
 */
export function rewriteDocument(
  text: string,
  before: JsonObject,
  after: JsonObject,
  changes: readonly Change[],
  describe: Describe,
): string {
  const yaml = keepYaml(text)
  const root = yaml.document.contents
  if (!isMap(root)) throw new UpdateError('The openapi.yaml is no object: nothing can be written into it.')
  const merging: Merging = { yaml, nodes: nodesByPointer(root), describe, done: new Set(), kept: new Set() }
  const [old, now] = [operationsOf(before), operationsOf(after)]
  if (generation(before) !== generation(after)) yaml.document.set('openapi', after.openapi)
  for (const is of now) {
    const was = old.find(({ key }) => key === oldKeyOf(is, changes))
    if (was === undefined) addOperation(is, before, after, merging)
    else mergeOperation(was, is, merging, now.length > 1 ? `${is.key} ` : '')
  }
  for (const was of old) {
    if (
      changes.some(
        ({ subject, action, operation }) => subject === 'operation' && action === 'removed' && operation === was.key,
      )
    )
      removeOperation(was, merging)
  }
  rewriteAccess(before, after, changes, merging)
  addKept(after, merging)
  const written = yaml.write()
  refuseRest(written, after)
  return written
}

function generation({ openapi }: JsonObject): string {
  return String(openapi).slice(0, 3)
}

function oldKeyOf(operation: DocumentOperation, changes: readonly Change[]): string {
  const moved = changes.find(
    (change) =>
      change.subject === 'operation' &&
      change.action === 'renamed' &&
      change.operation === operation.key &&
      change.after === operation.key,
  )
  return typeof moved?.before === 'string' ? moved.before : operation.key
}

function mergeOperation(was: DocumentOperation, is: DocumentOperation, merging: Merging, prefix: string): void {
  mergeStructure(
    { ...was.node, value: withoutParts(was.node.value, ['requestBody', 'responses']) },
    { ...is.node, value: withoutParts(is.node.value, ['requestBody', 'responses']) },
    'operation',
    `${prefix}operation`,
    merging,
  )
  merging.done.delete(was.node.pointer)
  rewriteParameters(was, is, merging, prefix)
  const [oldBody, body] = [member(was.node, 'requestBody'), member(is.node, 'requestBody')]
  const node = merging.nodes.get(was.node.pointer)
  if (isMap(node)) {
    if (oldBody.value === undefined && body.value !== undefined)
      node.set(
        'requestBody',
        merging.yaml.node(plainCopy(body, 'body', `${prefix}request`, merging.describe, merging.kept)),
      )
    else if (oldBody.value !== undefined && body.value === undefined) node.delete('requestBody')
    else if (body.value !== undefined) mergeStructure(oldBody, body, 'body', `${prefix}request`, merging)
    const name = is.node.value
    if (isJsonObject(name) && typeof name.operationId === 'string' && was.id !== undefined)
      setWhereOther(node, 'operationId', name.operationId)
  }
  const [oldAnswers, answers] = [member(was.node, 'responses'), member(is.node, 'responses')]
  if (answers.value !== undefined) mergeStructure(oldAnswers, answers, 'responses', `${prefix}response`, merging)
  if (was.key !== is.key) moveOperation(was, is, merging)
}

function setWhereOther(node: YAMLMap, name: string, value: string): void {
  if (node.get(name) !== value) node.set(name, value)
}

function withoutParts(value: Json | undefined, names: readonly string[]): Json | undefined {
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
}

/** Under another path the operation keeps its place in the file, where its old path has no other. */
function moveOperation(was: DocumentOperation, is: DocumentOperation, { yaml, nodes }: Merging): void {
  const [oldHolder, oldPath] = parsePointer(was.node.pointer)
  const [holder, path] = parsePointer(is.node.pointer)
  const paths = yaml.document.get(oldHolder ?? 'paths')
  const operation = nodes.get(was.node.pointer)
  const oldItem = isMap(paths) ? paths.items.find(({ key }) => isScalar(key) && key.value === oldPath) : undefined
  if (oldItem === undefined || !isMap(oldItem.value)) return
  const isAlone = oldItem.value.items.length === 1
  if (was.method !== is.method || !isAlone || yaml.document.hasIn([holder, path])) {
    oldItem.value.delete(was.method.toLowerCase())
    yaml.document.setIn([holder, path, is.method.toLowerCase()], operation)
    if (oldItem.value.items.length === 0) yaml.document.deleteIn([oldHolder, oldPath])
  } else if (isScalar(oldItem.key)) oldItem.key.value = path
}

function addOperation(
  is: DocumentOperation,
  before: JsonObject,
  after: JsonObject,
  { yaml, describe, kept }: Merging,
): void {
  const [holder = 'paths', path = ''] = parsePointer(is.node.pointer)
  const isOnly = operationsOf(after).length === 1
  const prefix = isOnly ? '' : `${is.key} `
  const part = (name: 'requestBody' | 'responses', place: string): Record<string, Json> => {
    const node = member(is.node, name)
    const kind = name === 'requestBody' ? 'body' : 'responses'
    return node.value === undefined ? {} : { [name]: plainCopy(node, kind, `${prefix}${place}`, describe, kept) }
  }
  const parameters = [...is.parameters.values()].map((parameter) =>
    plainCopy(
      parameter,
      'parameter',
      `${prefix}${String(member(parameter, 'in').value)}/${String(member(parameter, 'name').value)}`,
      describe,
      kept,
    ),
  )
  const own = isJsonObject(is.node.value) ? is.node.value : {}
  const operation: JsonObject = {
    ...(typeof own.operationId === 'string' ? { operationId: own.operationId } : {}),
    description: describe(`${prefix}operation`),
    ...(own.deprecated === true ? { deprecated: true } : {}),
    ...accessOf(is, before, after),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...part('requestBody', 'request'),
    responses: {},
    ...part('responses', 'response'),
  }
  yaml.document.setIn([holder, path, is.method.toLowerCase()], yaml.node(operation))
}

/** The servers and the security of a new operation, where the document does not say the same for all. */
function accessOf(is: DocumentOperation, before: JsonObject, after: JsonObject): JsonObject {
  const own = isJsonObject(is.node.value) ? is.node.value : {}
  const security = own.security ?? after.security
  const sameSecurity = canonicalJson(security ?? []) === canonicalJson(before.security ?? [])
  const shared = Array.isArray(before.servers)
    ? before.servers.map((server: Json) => (isJsonObject(server) ? server.url : undefined))
    : []
  const servers = is.servers.map(({ value }) => value)
  return {
    ...(canonicalJson(servers) === canonicalJson(shared as Json) ? {} : { servers: servers.map((url) => ({ url })) }),
    ...(security === undefined || sameSecurity ? {} : { security }),
  }
}

function removeOperation(was: DocumentOperation, { yaml }: Merging): void {
  const [holder, path] = parsePointer(was.node.pointer)
  yaml.document.deleteIn([holder, path, was.method.toLowerCase()])
  const item = yaml.document.getIn([holder, path])
  if (isMap(item) && item.items.length === 0) yaml.document.deleteIn([holder, path])
}

/** Components of the page that new places refer to, since they hold themselves. */
function addKept(after: JsonObject, { yaml, kept, describe }: Merging): void {
  for (const pointer of kept) {
    const names = parsePointer(pointer)
    if (yaml.document.hasIn(names) || valueAt(after, pointer) === undefined) continue
    yaml.document.setIn(names, yaml.node(plainCopy(nodeAt(after, pointer), 'schema', '', describe, kept)))
  }
}

function refuseRest(text: string, after: JsonObject): void {
  const written = keepYaml(text).document.toJS() as JsonObject
  const [first, ...more] = compareDocuments(written, after)
  if (first === undefined) return
  const rest = more.length === 0 ? '' : ` (and ${more.length} more)`
  throw new UpdateError(`A change cannot be written into openapi.yaml, edit it by hand: ${first.says}${rest}`)
}

/** Every node of a YAML document by its JSON Pointer. */
function nodesByPointer(root: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>()
  const visit = (node: unknown, pointer: string): void => {
    if (!isCollection(node) && !isScalar(node)) return
    found.set(pointer, node)
    if (isMap(node)) {
      for (const pair of node.items) {
        const key = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : undefined
        if (key !== undefined) visit(pair.value, pointer + formatPointer([key]))
      }
    } else if (isSeq(node)) node.items.forEach((item, index) => void visit(item, `${pointer}/${index}`))
  }
  visit(root, '')
  return found
}

import { isJsonObject, type Json, type JsonObject } from '@assay/contract'
import { isMap, isSeq } from 'yaml'
import type { Change } from '../drift/change.ts'
import { member, rootNode } from '../drift/document-node.ts'
import { type DocumentOperation, operationsOf } from '../drift/operations-of.ts'
import { isOurs } from './document-kinds.ts'
import type { Merging } from './merge-structure.ts'

/** Writes the servers and the ways to authenticate where they changed: at the operation where the page has them there, else for the whole document. */
export function rewriteAccess(
  before: JsonObject,
  after: JsonObject,
  changes: readonly Change[],
  merging: Merging,
): void {
  const old = operationsOf(before)
  if (changes.some((one) => one.subject === 'operation' && one.action === 'added')) writeSchemes(after, merging)
  for (const subject of ['server', 'auth'] as const) {
    const touched = operationsOf(after).filter(({ key }) =>
      changes.some((one) => one.subject === subject && one.operation === key),
    )
    if (touched.length === 0) continue
    const isEvery = touched.length === operationsOf(after).length
    for (const operation of touched) {
      const value = subject === 'server' ? serversOf(operation) : securityOf(operation, after)
      write(
        subject === 'server' ? 'servers' : 'security',
        value,
        operation,
        isEvery && old.length <= touched.length,
        merging,
      )
    }
    if (subject === 'auth') writeSchemes(after, merging)
  }
}

function write(name: string, value: Json, operation: DocumentOperation, isEvery: boolean, { yaml }: Merging): void {
  const { document } = yaml
  const place = operation.node.pointer
    .slice(1)
    .split('/')
    .map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'))
  const isOwn = document.hasIn([...place, name]) || !isEvery
  const target = isOwn ? [...place, name] : [name]
  const current = document.getIn(target)
  if (name === 'servers' && isSeq(current) && Array.isArray(value) && current.items.length === value.length) {
    // The words about a server stay with it.
    current.items.forEach((item, index) => {
      const server: Json | undefined = value[index]
      if (isMap(item) && isJsonObject(server)) item.set('url', server.url)
    })
    return
  }
  document.setIn(target, yaml.node(value))
}

function serversOf({ servers }: DocumentOperation): Json {
  return servers.map(({ value }) => ({ url: value }))
}

function securityOf({ node }: DocumentOperation, after: JsonObject): Json {
  const own = isJsonObject(node.value) ? node.value.security : undefined
  return own ?? after.security ?? []
}

/** The schemes that the page declares; those it does not are left, for a rule may speak of them. */
function writeSchemes(after: JsonObject, { yaml }: Merging): void {
  const schemes = member(member(rootNode(after), 'components'), 'securitySchemes').value
  for (const [name, scheme] of Object.entries(isJsonObject(schemes) ? schemes : {})) {
    if (!isJsonObject(scheme)) continue
    const structure = Object.fromEntries(Object.entries(scheme).filter(([key]) => !isOurs('parameter', key)))
    const place = ['components', 'securitySchemes', name]
    const current = yaml.document.getIn(place)
    if (!isMap(current)) yaml.document.setIn(place, yaml.node(structure))
    else for (const [key, value] of Object.entries(structure)) current.set(key, yaml.node(value))
  }
}

import { canonicalJson, isJsonObject, type Json } from '@assay/contract'
import { isMap, isScalar, isSeq, type Node, Pair, Scalar, type YAMLMap } from 'yaml'
import { compareSchemas, pairMembers } from '../drift/compare-schemas.ts'
import { type DocumentNode, member } from '../drift/document-node.ts'
import { newScene } from '../drift/scene.ts'
import { isOurs, type Kind, kindOfMember } from './document-kinds.ts'
import type { KeptYaml } from './keep-yaml.ts'
import { type Describe, placeBelow, plainCopy } from './plain-copy.ts'

/** A document that is being rewritten. */
export interface Merging {
  readonly yaml: KeptYaml
  /** Its nodes by the JSON Pointer they had before anything was changed. */
  readonly nodes: ReadonlyMap<string, Node>
  readonly describe: Describe
  /** Pointers of what was merged already: a component may stand at several places. */
  readonly done: Set<string>
  /** Pointers into the page's document that new places refer to. */
  readonly kept: Set<string>
}

/**
 * Brings an object of our document to what the page says there now: members that differ are set, new ones are put where the page has them, those that are gone
 * are taken out, renamed ones keep their place. What did not change in meaning is not touched, nor are words.
 */
export function mergeStructure(was: DocumentNode, is: DocumentNode, kind: Kind, place: string, merging: Merging): void {
  const node = merging.nodes.get(was.pointer)
  if (node === undefined || merging.done.has(was.pointer)) return
  if (kind === 'schema' && means(was, is)) return
  merging.done.add(was.pointer)
  if (isSeq(node) && Array.isArray(was.value) && Array.isArray(is.value)) {
    mergeList(was, is, kind, place, merging)
    return
  }
  if (!isMap(node) || !isJsonObject(was.value) || !isJsonObject(is.value)) return
  const renames = renamesIn(was, is, kind)
  if (kind === 'schema') renameMembers(node, renames)
  else renameKeys(node, renames)
  const old =
    kind === 'schemas' ? renamedKeys(was, is, node) : new Map(Object.keys(was.value).map((name) => [name, name]))
  for (const name of Object.keys(is.value)) {
    if (isOurs(kind, name)) continue
    const oldName = old.get(name)
    mergeMember(node, oldName, name, was, is, kind, place, merging)
  }
  for (const name of old.keys()) {
    if (!isOurs(kind, name) && !Object.hasOwn(is.value, name)) node.delete(name)
  }
}

function mergeMember(
  node: YAMLMap,
  oldName: string | undefined,
  name: string,
  was: DocumentNode,
  is: DocumentNode,
  kind: Kind,
  place: string,
  merging: Merging,
): void {
  const below = kindOfMember(kind, name)
  const now = member(is, name)
  const raw = isJsonObject(is.value) ? is.value[name] : undefined
  const old = oldName === undefined ? undefined : member(was, oldName)
  const isContainer = (value: Json | undefined) => typeof value === 'object' && value !== null
  if (below !== undefined && old !== undefined && sameSort(old.value, now.value) && isContainer(now.value)) {
    mergeStructure(old, now, below, placeBelow(kind, place, name), merging)
    return
  }
  const value =
    below === undefined
      ? (raw ?? null)
      : plainCopy(now, below, placeBelow(kind, place, name), merging.describe, merging.kept)
  if (oldName === undefined) insert(node, name, value, Object.keys(is.value as object), merging.yaml)
  else if (!sameValue(name, old?.value, value)) replace(node, name, value, merging.yaml)
}

/** Alternatives correspond by their order where there are as many; else the list is written anew. */
function mergeList(was: DocumentNode, is: DocumentNode, kind: Kind, place: string, merging: Merging): void {
  const [old, now] = [was.value as readonly Json[], is.value as readonly Json[]]
  const below = kindOfMember(kind, '*') ?? 'schema'
  if (old.length === now.length) {
    now.forEach((_, index) => {
      mergeStructure(member(was, index), member(is, index), below, place, merging)
    })
    return
  }
  const list = merging.nodes.get(was.pointer)
  if (!isSeq(list)) return
  const copies = now.map((_, index) => plainCopy(member(is, index), below, place, merging.describe, merging.kept))
  list.items = copies.map((copy) => merging.yaml.node(copy))
}

/** Whether two schemas mean the same. */
function means(was: DocumentNode, is: DocumentNode): boolean {
  const scene = newScene([], '', '', 'both')
  compareSchemas(was, is, { place: '', at: '', part: '' }, scene)
  return scene.changes.length === 0
}

function sameSort(was: Json | undefined, is: Json | undefined): boolean {
  return (Array.isArray(was) && Array.isArray(is)) || (isJsonObject(was) && isJsonObject(is))
}

/** The order of required members, allowed values and types has no meaning. */
function sameValue(name: string, was: Json | undefined, is: Json): boolean {
  if (was === undefined) return false
  const unordered = ['required', 'enum', 'type'].includes(name) && Array.isArray(was) && Array.isArray(is)
  const text = (value: Json) =>
    unordered ? (value as readonly Json[]).map(canonicalJson).sort().join() : canonicalJson(value)
  return text(was) === text(is)
}

type Renames = readonly { readonly from: string; readonly to: string }[]

/** What is called by another name now: members of a schema, the status of the one success. */
function renamesIn(was: DocumentNode, is: DocumentNode, kind: Kind): Renames {
  if (kind === 'schema') return pairMembers(was, is).renamed
  if (kind !== 'responses') return []
  const statuses = (node: DocumentNode, other: DocumentNode) =>
    Object.keys(node.value as object).filter(
      (status) => status.startsWith('2') && !Object.hasOwn(other.value as object, status),
    )
  const [[from, ...more], [to, ...others]] = [statuses(was, is), statuses(is, was)]
  return from !== undefined && to !== undefined && more.length + others.length === 0 ? [{ from, to }] : []
}

function renameKeys(map: YAMLMap, renames: Renames): void {
  for (const { from, to } of renames) {
    const pair = pairOf(map, from)
    if (pair !== undefined && isScalar(pair.key)) pair.key.value = to
  }
}

/** Renames members of a schema where they stand, under `properties` and `required`. */
function renameMembers(schema: YAMLMap, renames: Renames): void {
  const [properties, required] = [schema.get('properties'), schema.get('required')]
  for (const { from, to } of renames) {
    if (isMap(properties)) renameKeys(properties, [{ from, to }])
    for (const item of isSeq(required) ? required.items : []) {
      if (isScalar(item) && item.value === from) item.value = to
    }
  }
}

/** The members of a map by the name they have now: renaming has been done in the text already. */
function renamedKeys(was: DocumentNode, is: DocumentNode, node: YAMLMap): ReadonlyMap<string, string> {
  const names = Object.keys(was.value as object)
  const written = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : String(key)))
  const fresh = written.filter((name) => !names.includes(name) && Object.hasOwn(is.value as object, name))
  const gone = names.filter((name) => !written.includes(name))
  const pairs = names.filter((name) => written.includes(name)).map((name): [string, string] => [name, name])
  // Pairs are written in the order they had: the n-th name that is gone became the n-th that is new.
  return new Map([...pairs, ...fresh.map((name, index): [string, string] => [name, gone[index] ?? name])])
}

/** Puts a member where the page has it: after the nearest one before it that is there. */
function insert(node: YAMLMap, name: string, value: Json, order: readonly string[], yaml: KeptYaml): void {
  const pair = new Pair(new Scalar(name), yaml.node(value))
  const before = order.slice(0, order.indexOf(name)).toReversed()
  const neighbour = before.map((one) => pairOf(node, one)).find((found) => found !== undefined)
  if (neighbour === undefined) node.items.push(pair as never)
  else node.items.splice(node.items.indexOf(neighbour as never) + 1, 0, pair as never)
}

function replace(node: YAMLMap, name: string, value: Json, yaml: KeptYaml): void {
  const pair = pairOf(node, name)
  if (pair === undefined) return
  const old = pair.value
  if (isScalar(old) && (typeof value !== 'object' || value === null)) {
    old.value = value
    return
  }
  const fresh = yaml.node(value)
  // What stood on one line stays on one.
  if ((isSeq(old) || isMap(old)) && (isSeq(fresh) || isMap(fresh)) && old.flow) fresh.flow = true
  pair.value = fresh
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => (isScalar(key) ? String(key.value) === name : key === name)) as Pair | undefined
}

import { dirname } from 'node:path'
import { ContractError, type ContractProblem } from './contract-error.ts'
import { insideFolder } from './inside-folder.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { valueAt } from './json-pointer.ts'
import { isReference, type LoadedFile } from './load-references.ts'
import { mapMembers } from './map-members.ts'
import type { Dialect } from './openapi-version.ts'
import { isContainer, type Origins, problemAt } from './origins.ts'
import { parseReference } from './reference.ts'

/** A document that references blow up beyond this many values is no description of an API. */
const MAXIMUM_VALUES = 200_000
/** Deeper than this no document is nested once its references are followed. */
const MAXIMUM_DEPTH = 200
/** Members that describe a value and say nothing about it (OpenAPI 3.1, Reference Object; JSON Schema, annotations). */
const ANNOTATIONS = new Set([
  'summary',
  'description',
  'title',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'example',
  'examples',
])

interface Size {
  readonly values: number
  readonly depth: number
}

/**
 * The document with every reference replaced by what it names. What is named several times is shared, not copied.
 * @throws ContractError for a reference to nothing, a circular one, and references that multiply beyond all measure.
 */
export function resolveReferences(
  start: LoadedFile,
  files: ReadonlyMap<string, LoadedFile>,
  origins: Origins,
  dialect: Dialect,
): Json {
  const folder = dirname(start.path)
  const done = new Map<string, Json>()
  const sizes = new WeakMap<object, Size>()
  const open = new Set<string>()
  const file = start.document.file

  const fail = (container: object, name: string, message: string): never => {
    throw new ContractError([problemAt(origins.ofMember(container, name), file, message)])
  }

  const follow = (node: { readonly $ref: string; readonly [name: string]: Json }, from: LoadedFile): Json => {
    const reference = parseReference(node.$ref)
    if (typeof reference === 'string') return fail(node, '$ref', reference)
    const path = reference.path === undefined ? from.path : insideFolder(folder, dirname(from.path), reference.path)
    const target = path === undefined ? undefined : files.get(path)
    const value = target === undefined ? undefined : valueAt(target.root, reference.pointer)
    if (target === undefined || value === undefined)
      return fail(node, '$ref', `The reference "${node.$ref}" leads to nothing.`)
    const key = `${target.path}#${reference.pointer}`
    if (open.has(key))
      return fail(node, '$ref', `The reference "${node.$ref}" is circular, a contract needs a finite schema.`)
    const known = done.get(key)
    if (known !== undefined) return withSiblings(node, known, from)
    open.add(key)
    const resolved = resolve(value, target)
    open.delete(key)
    done.set(key, resolved)
    return withSiblings(node, resolved, from)
  }

  /** OpenAPI 3.0 ignores what stands beside `$ref`; in 3.1 annotations replace those of the target and all else is asked as well. */
  const withSiblings = (
    node: { readonly $ref: string; readonly [name: string]: Json },
    target: Json,
    from: LoadedFile,
  ): Json => {
    const names = Object.keys(node).filter((name) => name !== '$ref')
    if (names.length === 0) return target
    if (dialect === '3.0') {
      const lost = names.find((name) => origins.ofMember(node, name)?.action !== origins.ofMember(node, '$ref')?.action)
      if (lost === undefined) return target
      return fail(
        node,
        lost,
        `"${lost}" stands beside a $ref, where OpenAPI 3.0 ignores it: change what "${node.$ref}" names.`,
      )
    }
    const siblings = Object.fromEntries(names.map((name) => [name, resolve(node[name] as Json, from)]))
    const copy: Record<string, Json> =
      isJsonObject(target) && names.every((name) => ANNOTATIONS.has(name) || name.startsWith('x-') || isPathItem(node))
        ? { ...target, ...siblings }
        : { ...siblings, allOf: [...(Array.isArray(siblings.allOf) ? siblings.allOf : []), target] }
    origins.carry(isJsonObject(target) && copy.allOf === target.allOf ? target : node, copy)
    for (const name of names) {
      const origin = origins.ofMember(node, name)
      if (origin !== undefined) origins.setMember(copy, name, origin)
    }
    return measured(copy, node)
  }

  const isPathItem = (node: object): boolean => /^\/paths\/[^/]+$/.test(origins.of(node)?.pointer ?? '')

  const measured = <Value extends Json>(value: Value, node: object): Value => {
    if (!isContainer(value)) return value
    const below = Object.values(value).map((member: Json) => (isContainer(member) ? sizes.get(member) : undefined))
    const values = below.reduce((sum, size) => sum + (size?.values ?? 1), 1)
    const depth = below.reduce((deepest, size) => Math.max(deepest, size?.depth ?? 0), 0) + 1
    const at = origins.of(node)
    const problem = (message: string): readonly ContractProblem[] => [problemAt(at, file, message)]
    if (values > MAXIMUM_VALUES) {
      throw new ContractError(
        problem(`With its references followed the document has more than ${MAXIMUM_VALUES} values.`),
      )
    }
    if (depth > MAXIMUM_DEPTH) {
      throw new ContractError(
        problem(`With its references followed the document nests more than ${MAXIMUM_DEPTH} levels deep.`),
      )
    }
    sizes.set(value, { values, depth })
    return value
  }

  let level = 0
  const resolve = (node: Json, from: LoadedFile): Json => {
    if (!isContainer(node)) return node
    if (level > 2 * MAXIMUM_DEPTH) {
      throw new ContractError([
        problemAt(origins.of(node), file, `References follow each other for more than ${level - 1} levels.`),
      ])
    }
    level += 1
    const resolved = isReference(node) ? follow(node, from) : copied(node, from)
    level -= 1
    return resolved
  }

  const copied = (node: readonly Json[] | JsonObject, from: LoadedFile): Json => {
    const copy: Json = Array.isArray(node)
      ? node.map((item: Json) => resolve(item, from))
      : mapMembers(node as JsonObject, (member) => resolve(member, from))
    origins.carry(node, copy as object)
    return measured(copy, node)
  }

  return resolve(start.root, start)
}

import { exec, type JsonValue } from 'jsonpath-rfc9535'
import { ContractError } from './contract-error.ts'
import { isJsonObject, type Json } from './json.ts'
import { formatPointer } from './json-pointer.ts'
import { type MutableJson, mergeUpdate } from './merge-update.ts'
import { isContainer, type Origin, type Origins } from './origins.ts'
import type { Overlay, OverlayAction } from './overlay.ts'
import { plainValue } from './plain-value.ts'

/** What an overlay makes of a document. */
export interface Corrected {
  readonly value: Json
  /** For each action the JSON Pointers of the values it set or took away, in the document as the action found it. */
  readonly touched: readonly (readonly string[])[]
}

type Path = readonly (string | number)[]

/**
 * Applies an overlay (OpenAPI Overlay Specification 1.0) strictly: in order, each action to the result of the one before. Objects are merged,
 * lists are appended to, so that a list is replaced by taking it away first. The document itself is not changed.
 * @throws ContractError with file, line, number and target of an action that selects nothing or does not fit what it selects.
 */
export function applyOverlay(root: Json, overlay: Overlay, origins: Origins): Corrected {
  const value = origins.copy(root) as MutableJson
  const touched = overlay.actions.map((action, index) => applyAction(value, action, index, overlay, origins))
  return { value: value as Json, touched }
}

function applyAction(
  root: MutableJson,
  action: OverlayAction,
  index: number,
  overlay: Overlay,
  origins: Origins,
): string[] {
  const { document } = overlay
  const at = (member: string): string => formatPointer(['actions', index, member])
  const fail = (pointer: string, problem: string): never => {
    const message = `Action ${index + 1} with the target ${action.target} ${problem}`
    throw new ContractError([{ message, file: document.file, ...document.place(pointer) }])
  }
  const paths = select(root, action.target, (reason) => fail(at('target'), `is no JSONPath: ${reason}`))
  if (paths.length === 0) fail(at('target'), 'selects nothing: correct the target, or take the action out.')
  if (action.remove) {
    for (const path of paths.toSorted(fromTheBack))
      remove(root, path, origins, () => fail(at('target'), 'would remove the whole document.'))
    return paths.map(formatPointer)
  }
  const update = action.update as Json
  const origin = { document, pointer: at('update'), action: index }
  const targets = paths.map((path) => ({ path, target: follow(root, path) }))
  const kinds = new Set(
    targets.map(({ target }) => (Array.isArray(target) ? 'list' : isJsonObject(target) ? 'object' : 'plain value')),
  )
  if (kinds.size > 1) fail(at('target'), 'selects values of different kinds: make an action for each.')
  if (kinds.has('plain value')) {
    if (overlay.version === '1.0') fail(at('target'), 'selects a plain value: select the object that holds it.')
    if (isContainer(update)) fail(at('update'), 'selects a plain value, so the update must be one.')
    for (const path of paths) replace(root, path, update, origins, origin)
    return paths.map(formatPointer)
  }
  const { version } = overlay
  return targets.flatMap(({ path, target }) => mergeUpdate(target, update, { origins, version, origin, path, fail }))
}

function replace(root: MutableJson, path: Path, update: Json, origins: Origins, origin: Origin): void {
  const parent = follow(root, path.slice(0, -1)) as Record<string | number, MutableJson>
  const name = path.at(-1) ?? ''
  parent[name] = update
  origins.setMember(parent, name, origin)
}

function select(root: MutableJson, target: string, refuse: (reason: string) => never): Path[] {
  const paths: Path[] = []
  try {
    exec(plainValue(root as Json) as JsonValue, target, (_, path) => paths.push([...path]))
  } catch (error) {
    return refuse(syntaxFault(error, target))
  }
  const unique = new Map(paths.map((path) => [formatPointer(path), path]))
  return [...unique.values()]
}

/** The JSON Pointers of what a JSONPath expression (RFC 9535) selects; none where the expression is broken. */
export function selectPointers(root: Json, target: string): readonly string[] {
  const broken: string[] = []
  const paths = select(root as MutableJson, target, (reason) => {
    broken.push(reason)
    return [] as never
  })
  return broken.length > 0 ? [] : paths.map(formatPointer)
}

/** The parser lists every character it would take; what it found, and where, tells more. */
function syntaxFault(error: unknown, target: string): string {
  const location =
    error instanceof Error && 'location' in error ? (error.location as { start?: { offset?: number } }) : {}
  const offset = location?.start?.offset
  if (offset === undefined) return `${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}.`
  const found = offset < target.length ? `"${target.charAt(offset)}"` : 'the end'
  return `${found} at character ${offset + 1} is not expected, quote unusual names as in $['x-y'].`
}

function follow(root: MutableJson, path: Path): MutableJson {
  return path.reduce<MutableJson>(
    (value, name) => (value as Record<string | number, MutableJson>)[name] as MutableJson,
    root,
  )
}

function remove(root: MutableJson, path: Path, origins: Origins, refuse: () => never): void {
  const name = path.at(-1) ?? refuse()
  const parent = follow(root, path.slice(0, -1))
  if (Array.isArray(parent)) {
    origins.removeItem(parent as Json[], Number(name))
    parent.splice(Number(name), 1)
  } else {
    delete (parent as Record<string, MutableJson>)[name]
  }
}

/** Later items before earlier ones and members before what holds them, so that each path still leads to its value when its turn comes. */
function fromTheBack(one: Path, other: Path): number {
  for (const [index, name] of one.entries()) {
    const against = other[index]
    if (against === undefined) return -1
    if (name === against) continue
    return typeof name === 'number' && typeof against === 'number' ? against - name : name < against ? 1 : -1
  }
  return other.length - one.length
}

import type { ContractProblem } from './contract-error.ts'
import { isJsonObject, type Json } from './json.ts'
import { formatPointer, parsePointer } from './json-pointer.ts'
import { mapMembers } from './map-members.ts'
import type { SourceDocument } from './source-document.ts'

/** Where a value was read. */
export interface Origin {
  readonly document: SourceDocument
  /** JSON Pointer into the document. */
  readonly pointer: string
  /** The overlay action that put the value there, counted from 0; absent for what the OpenAPI document says itself. */
  readonly action?: number
}

interface Entry {
  readonly origin: Origin
  /** Members (or items) that came from elsewhere than their container. */
  readonly members?: Map<string | number, Origin>
  /** What the object was made of, where it is a normalised copy. */
  readonly source?: object
}

/**
 * Where each object and array of a document was read, kept beside the values: it follows them through overlay, references and
 * normalisation, so that any later finding can name file, line and the action that is to answer for it.
 */
export class Origins {
  readonly #entries = new WeakMap<object, Entry>()

  /** Registers a value that was just parsed, with everything below it. */
  adopt(value: Json, origin: Origin): void {
    if (!isContainer(value)) return
    this.#entries.set(value, { origin })
    for (const [name, member] of Object.entries(value)) {
      this.adopt(member, { ...origin, pointer: origin.pointer + formatPointer([name]) })
    }
  }

  /** Where a container was read. */
  of(container: object): Origin | undefined {
    return this.#entries.get(container)?.origin
  }

  /** Where a member of a container was read. */
  ofMember(container: object, name: string | number): Origin | undefined {
    const entry = this.#entries.get(container)
    if (entry === undefined) return undefined
    const own = entry.members?.get(name)
    if (own !== undefined) return own
    const member = (container as Record<string | number, Json>)[name]
    const known = isContainer(member) ? this.of(member) : undefined
    // A member reached by a reference stands elsewhere than its container.
    return known ?? { ...entry.origin, pointer: entry.origin.pointer + formatPointer([name]) }
  }

  /** Notes that a member of a container came from elsewhere. */
  setMember(container: object, name: string | number, origin: Origin): void {
    const entry = this.#entries.get(container)
    if (entry === undefined) return
    const members = entry.members ?? new Map()
    members.set(name, origin)
    this.#entries.set(container, { ...entry, members })
  }

  /** Notes that items were taken out of an array, so that the later ones move forward. */
  removeItem(array: readonly Json[], index: number): void {
    const origins = array.map((_, position) => this.ofMember(array, position))
    origins.splice(index, 1)
    const entry = this.#entries.get(array)
    if (entry === undefined) return
    const members = new Map(
      origins.flatMap((origin, position) => (origin === undefined ? [] : [[position, origin] as const])),
    )
    this.#entries.set(array, { ...entry, members })
  }

  /** Gives a copy with the same members the origins of what it is a copy of. */
  carry(from: object, to: object): void {
    const entry = this.#entries.get(from)
    if (entry !== undefined) this.#entries.set(to, { ...entry, members: new Map(entry.members) })
  }

  /** Gives a normalised schema the origins of the one it was made of, which stays known as its source. */
  derive(from: object, to: object): void {
    const entry = this.#entries.get(from)
    if (entry !== undefined) this.#entries.set(to, { ...entry, source: entry.source ?? from })
  }

  /** The schema, as the document has it, that a normalised one was made of. */
  source(normalised: object): object | undefined {
    return this.#entries.get(normalised)?.source
  }

  /** A deep copy with the same origins. */
  copy(value: Json): Json {
    if (!isContainer(value)) return value
    const copy: Json = Array.isArray(value)
      ? value.map((item: Json) => this.copy(item))
      : mapMembers(value as { readonly [name: string]: Json }, (member) => this.copy(member))
    const entry = this.#entries.get(value)
    if (entry !== undefined) {
      this.#entries.set(copy as object, { ...entry, ...(entry.members ? { members: new Map(entry.members) } : {}) })
    }
    return copy
  }
}

/** A problem at an origin. */
export function problemAt(origin: Origin | undefined, file: string, message: string): ContractProblem {
  if (origin === undefined) return { message, file, line: 1, column: 1 }
  return { message, file: origin.document.file, ...origin.document.place(origin.pointer) }
}

/** Whether a JSON value holds others. */
export function isContainer(value: Json | undefined): value is readonly Json[] | { readonly [name: string]: Json } {
  return Array.isArray(value) || isJsonObject(value)
}

/** Where the value at a pointer into a resolved document was read. */
export function originAt(root: Json, pointer: string, origins: Origins): Origin | undefined {
  let current: Json | undefined = root
  let origin = isContainer(root) ? origins.of(root) : undefined
  for (const token of parsePointer(pointer)) {
    if (!isContainer(current)) return origin
    const name: string | number = Array.isArray(current) ? Number(token) : token
    if (isJsonObject(current) && !Object.hasOwn(current, token)) return origin
    origin = origins.ofMember(current, name) ?? origin
    current = (current as Record<string | number, Json>)[name]
  }
  return origin
}

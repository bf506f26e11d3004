import { isJsonObject, type Json } from './json.ts'
import { formatPointer } from './json-pointer.ts'
import { isContainer, type Origin, type Origins } from './origins.ts'
import type { Overlay } from './overlay.ts'

/** A JSON value that may be changed in place: the overlay works on a copy of its own. */
export type MutableJson = Json | MutableJson[] | { [name: string]: MutableJson }

/** What merging needs to know. */
export interface MergeContext {
  readonly origins: Origins
  readonly version: Overlay['version']
  /** Where the update stands in the overlay. */
  readonly origin: Origin
  /** Where the target stands in the document. */
  readonly path: readonly (string | number)[]
  /** Reports an update that does not fit, by its pointer into the overlay. */
  readonly fail: (pointer: string, problem: string) => never
}

/**
 * Merges an update into an object or list (Overlay Specification, Action Object): members are merged recursively, plain values replaced,
 * lists appended to. Changes the target in place.
 * @returns The JSON Pointers of what was set.
 */
export function mergeUpdate(target: MutableJson, update: Json, context: MergeContext): string[] {
  const { origins, origin, path, version, fail } = context
  if (Array.isArray(target)) {
    const added: readonly Json[] = Array.isArray(update) ? update : [update]
    return added.map((item, index) => {
      const itemOrigin = Array.isArray(update) ? below(origin, index) : origin
      target.push(adopted(item, itemOrigin, origins))
      origins.setMember(target, target.length - 1, itemOrigin)
      return formatPointer([...path, target.length - 1])
    })
  }
  if (!isJsonObject(update)) return fail(origin.pointer, 'selects an object, so the update must be an object.')
  const object = target as Record<string, MutableJson>
  return Object.entries(update).flatMap(([name, member]) => {
    const memberOrigin = below(origin, name)
    const memberPath = [...path, name]
    const present = Object.hasOwn(object, name) ? object[name] : undefined
    const [kind, updateKind] = [kindOf(present as Json), kindOf(member)]
    // Version 1.0 has no word on a plain value that becomes a list or an object, so it is replaced as any plain value is.
    const isReplaced = version === '1.0' && !isContainer(present as Json)
    if (present !== undefined && kind !== updateKind && !isReplaced) {
      const message = `meets ${kind} at ${formatPointer(memberPath)}, where the update has ${updateKind}: remove it in an action of its own first.`
      return fail(memberOrigin.pointer, message)
    }
    if (present !== undefined && kind === updateKind && isContainer(member)) {
      return mergeUpdate(present, member, { ...context, origin: memberOrigin, path: memberPath })
    }
    object[name] = adopted(member, memberOrigin, origins)
    origins.setMember(object, name, memberOrigin)
    return [formatPointer(memberPath)]
  })
}

/** A copy of its own for each target, known to come from the overlay. */
function adopted(value: Json, origin: Origin, origins: Origins): MutableJson {
  const copy = origins.copy(value)
  origins.adopt(copy, origin)
  return copy as MutableJson
}

function below(origin: Origin, name: string | number): Origin {
  return { ...origin, pointer: origin.pointer + formatPointer([name]) }
}

function kindOf(value: Json | undefined): string {
  return Array.isArray(value) ? 'a list' : isJsonObject(value) ? 'an object' : 'a plain value'
}

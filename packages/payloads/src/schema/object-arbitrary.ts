import { formatPointer, type Json, type JsonObject } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import { isPossible } from './alternative-constraints.ts'
import type { Builder, Forced } from './builder.ts'
import type { Constraints } from './constraints.ts'
import { extraMembers } from './extra-members.ts'
import { declaredMembers, memberSchema } from './member-schema.ts'

/** A declared member that may stand in the object. */
interface Member {
  readonly name: string
  readonly values: Arbitrary<Json>
  readonly isRequired: boolean
}

/** Which objects are made: as they come, or for an edge with one member given, with all members, with none that may be left out, or with an exact count. */
export interface ObjectWay {
  readonly forced?: Forced
  readonly members?: 'all' | 'required' | number
}

const absent = Symbol('absent')
type Slot = Json | typeof absent

/**
 * Objects within the constraints: each optional member by the toss of a coin, and one in eight with none, one in eight with all of them.
 * @throws UnsupportedSchemaError with the pointer of a member that nothing can be made for.
 */
export function objectArbitrary(
  constraints: Constraints,
  pointer: string,
  builder: Builder,
  way: ObjectWay = {},
): Arbitrary<JsonObject> | undefined {
  const members = membersOf(constraints, pointer, builder, way.forced)
  const required = members.filter((member) => member.isRequired).length
  const optional = members.length - required
  const isCounted = typeof way.members === 'number'
  const least = isCounted ? Number(way.members) : constraints.minProperties
  const most = isCounted ? Number(way.members) : constraints.maxProperties
  const extra = extraMembers(constraints, pointer, builder, least > members.length)
  if (extra === undefined || (way.members === 'required' && least <= required)) {
    if (required > most || members.length < least) return undefined
    return declaredOnly(members, way, {
      least: Math.max(0, least - required),
      most: Math.min(optional, most - required),
    })
  }
  const asked = Math.max(0, least - required)
  const room = most - members.length
  const kept = room >= asked ? members : members.filter((member) => member.isRequired)
  const entries = extra(asked, Math.min(asked + 3, most - kept.length))
  const declared = declaredOnly(kept, way, { least: 0, most: kept.length - required })
  return fc.tuple(declared, entries).map(([object, added]) => assign({ ...object }, added))
}

function membersOf(constraints: Constraints, pointer: string, builder: Builder, forced: Forced | undefined): Member[] {
  return declaredMembers(constraints).flatMap((name) => {
    const isForced = forced?.at === name
    const schema = memberSchema(constraints, name)
    if (!isForced && !isPossible(schema)) return []
    const values = isForced ? forced.values : builder.arbitraryOf(schema, `${pointer}${formatPointer([name])}`)
    return [{ name, values, isRequired: isForced || constraints.required.has(name) }]
  })
}

function declaredOnly(
  members: readonly Member[],
  way: ObjectWay,
  counts: { least: number; most: number },
): Arbitrary<JsonObject> {
  const optional = members.filter((member) => !member.isRequired)
  if (counts.least > 0 || counts.most < optional.length) return counted(members, optional, counts)
  const required = members.filter((member) => member.isRequired)
  if (way.members === 'all' || optional.length === 0) return assembled(members, members.map(always))
  const minimal = assembled(required, required.map(always))
  if (way.members === 'required') return minimal
  const tossed = assembled(
    members,
    members.map(({ values, isRequired }) => (isRequired ? values : fc.option(values, { nil: absent, freq: 2 }))),
  )
  const full = assembled(members, members.map(always))
  return fc.oneof({ arbitrary: minimal, weight: 1 }, { arbitrary: tossed, weight: 6 }, { arbitrary: full, weight: 1 })
}

/** As many optional members as asked, whichever. */
function counted(
  members: readonly Member[],
  optional: readonly Member[],
  { least, most }: { least: number; most: number },
): Arbitrary<JsonObject> {
  const chosen = fc.subarray(
    optional.map((member) => member.name),
    { minLength: least, maxLength: most },
  )
  return fc.tuple(chosen, assembled(members, members.map(always))).map(([names, object]) => {
    const kept = members.filter((member) => member.isRequired || names.includes(member.name))
    return Object.fromEntries(kept.map(({ name }) => [name, object[name] as Json]))
  })
}

function always(member: Member): Arbitrary<Slot> {
  return member.values
}

function assembled(members: readonly Member[], slots: readonly Arbitrary<Slot>[]): Arbitrary<JsonObject> {
  const names = members.map((member) => member.name)
  const isSafe = !names.includes('__proto__')
  return fc.tuple(...slots).map((values) => {
    const object: Record<string, Json> = {}
    if (!isSafe)
      return assign(
        object,
        names.flatMap((name, index) => (values[index] === absent ? [] : [[name, values[index] as Json]])),
      )
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as Slot
      if (value !== absent) object[names[index] as string] = value
    }
    return object
  })
}

/** `__proto__` is a name like any other in JSON, and a trap in an assignment. */
function assign(object: Record<string, Json>, entries: readonly (readonly [string, Json])[]): JsonObject {
  for (const [name, value] of entries) {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
  }
  return object
}

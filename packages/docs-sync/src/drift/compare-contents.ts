import { formatPointer, isJsonObject, type Json } from '@assay/contract'
import { compareErrors } from './compare-errors.ts'
import { actionOf, equal } from './compare-keywords.ts'
import { compareSchemas } from './compare-schemas.ts'
import { type DocumentNode, member, members } from './document-node.ts'
import { pairNames } from './pair-names.ts'
import { type MemberRename, noteChange, type Scene, type Where } from './scene.ts'
import { showValue } from './show-value.ts'

/**
 * Notes how the contents of a body differ (OpenAPI, Media Type Object): media types, schemas, examples.
 * @param before What holds `content`: a Request Body Object or Response Object.
 */
export function compareContents(before: DocumentNode, after: DocumentNode, where: Where, scene: Scene): void {
  const [oldContent, nowContent] = [member(before, 'content'), member(after, 'content')]
  const [old, now] = [members(oldContent), members(nowContent)]
  // Where one body has another media type now, it is still that body.
  const isSwapped = old.size === 1 && now.size === 1
  const pairs = isSwapped
    ? [...old.keys()].flatMap((from) => [...now.keys()].map((to) => ({ from, to })))
    : [...old.keys()].filter((type) => now.has(type)).map((type) => ({ from: type, to: type }))
  for (const { from, to } of pairs) {
    const [was, is] = [old.get(from), now.get(to)]
    if (was === undefined || is === undefined) continue
    if (from !== to) {
      const says = `${where.part}: the content type was ${from} and is ${to}.`
      const pointer = { before: was.pointer, after: is.pointer }
      noteChange(scene, where, {
        subject: 'content-type',
        action: 'changed',
        level: 'breaking',
        says,
        pointer,
        before: from,
        after: to,
      })
    }
    compareSchemas(member(was, 'schema'), member(is, 'schema'), where, scene)
    compareExamples(was, is, where, scene)
  }
  if (isSwapped) return
  for (const type of old.keys()) {
    if (now.has(type)) continue
    const pointer = { before: oldContent.pointer + formatPointer([type]), after: nowContent.pointer }
    noteChange(scene, where, {
      subject: 'content-type',
      action: 'removed',
      level: 'breaking',
      says: `${where.part}: the content type ${type} is gone.`,
      pointer,
      before: type,
    })
  }
  for (const type of now.keys()) {
    if (old.has(type)) continue
    const pointer = { before: oldContent.pointer, after: nowContent.pointer + formatPointer([type]) }
    noteChange(scene, where, {
      subject: 'content-type',
      action: 'added',
      level: 'additive',
      says: `${where.part}: the content type ${type} is new.`,
      pointer,
      after: type,
    })
  }
}

function compareExamples(before: DocumentNode, after: DocumentNode, where: Where, scene: Scene): void {
  const [old, now] = [examplesIn(before), examplesIn(after)]
  // An example that differs in the new name of a member alone was told already.
  const [was, is] = [new Map([...old].map(([name, one]) => [name, withNewNames(one.value, scene.renames)])), now]
  if (scene.status !== undefined && !scene.status.startsWith('2')) {
    compareErrors(old, now, where, scene)
    return
  }
  const pairs = pairNames([...was.keys()], [...is.keys()], (from, to) =>
    equal(was.get(from), is.get(to)?.value) ? 'same' : 'different',
  )
  const note = (name: string, oldName: string, says: string) => {
    const [one, other] = [old.get(oldName), now.get(name)]
    noteChange(
      scene,
      { ...where, place: `example/${where.place}/${name}` },
      {
        subject: 'example',
        action: oldName !== name ? 'renamed' : actionOf(one, other),
        level: 'editorial',
        says,
        pointer: { before: one?.pointer ?? before.pointer, after: other?.pointer ?? after.pointer },
        before: one?.value,
        after: other?.value,
      },
    )
  }
  for (const name of pairs.kept) {
    const [one, other] = [was.get(name), is.get(name)?.value]
    if (!equal(one, other))
      note(name, name, `${where.part}: the example ${name} is another one: ${differences(one, other)}.`)
  }
  for (const { from, to } of pairs.renamed) note(to, from, `${where.part}: the example ${from} is called ${to} now.`)
  for (const name of pairs.removed) note(name, name, `${where.part}: the example ${name} is gone.`)
  for (const name of pairs.added) note(name, name, `${where.part}: the example ${name} is new.`)
}

/** An example and where its value stands. */
export interface PlacedExample {
  readonly value: Json
  readonly pointer: string
}

/** The examples of a Media Type Object by name; a single `example` is called Example. */
function examplesIn(content: DocumentNode): ReadonlyMap<string, PlacedExample> {
  const single = member(content, 'example')
  const named = [...members(member(content, 'examples'))].map(([name, example]) => {
    const value = member(example, 'value')
    return [name, { value: value.value ?? null, pointer: value.pointer }] as const
  })
  const own = single.value === undefined ? [] : [['Example', { value: single.value, pointer: single.pointer }] as const]
  return new Map([...own, ...named])
}

/** A body with the members that were renamed under their new names. */
export function withNewNames(value: Json, renames: readonly MemberRename[], at = ''): Json {
  if (renames.length === 0) return value
  if (Array.isArray(value)) return value.map((item: Json) => withNewNames(item, renames, `${at}/0`))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const rename = renames.find(({ parent, from }) => parent === at && from === name)
      return [rename?.to ?? name, withNewNames(one, renames, at + formatPointer([name]))]
    }),
  )
}

/** The first members in which two examples differ. */
function differences(one: Json | undefined, other: Json | undefined): string {
  const found = [...differing(one, other, '')]
  const shown = found.slice(0, 3).join(', ')
  return found.length > 3 ? `${shown} and ${found.length - 3} more` : shown
}

function* differing(one: Json | undefined, other: Json | undefined, at: string): Generator<string> {
  if (equal(one, other)) return
  if (isJsonObject(one) && isJsonObject(other)) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
      yield* differing(one[name], other[name], at + formatPointer([name]))
    return
  }
  const place = at === '' ? 'the value' : at
  yield one === undefined
    ? `${place} is new`
    : other === undefined
      ? `${place} is gone`
      : `${place} is ${showValue(other)}`
}

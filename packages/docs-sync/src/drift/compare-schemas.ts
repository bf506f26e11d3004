import { formatPointer, type Json } from '@assay/contract'
import { compareAlternatives } from './compare-alternatives.ts'
import { compareKeywords } from './compare-keywords.ts'
import { type DocumentNode, member } from './document-node.ts'
import { levelOf } from './level-of.ts'
import { type NamePairs, pairNames } from './pair-names.ts'
import { labelOf, MAXIMUM_CHANGES, noteChange, type Scene, type Where } from './scene.ts'
import { propertiesOf, requiredOf, shapeOf, typesOf } from './schema-facts.ts'

/** Notes every difference between two schemas, that of everything in them included. */
export function compareSchemas(before: DocumentNode, after: DocumentNode, where: Where, scene: Scene): void {
  const pair = `${before.pointer} ${after.pointer}`
  // A schema that holds itself, or stands at a thousand places, is compared once where nothing changed.
  if (scene.alike.has(pair) || scene.open.has(pair) || scene.changes.length >= MAXIMUM_CHANGES) return
  const known = scene.changes.length
  scene.open.add(pair)
  compareKeywords(before, after, where, scene)
  compareMembers(before, after, where, scene)
  compareBelow(before, after, 'items', below(where, 'items', '0'), scene)
  compareBelow(before, after, 'additionalProperties', below(where, '*'), scene)
  compareAlternatives(before, after, where, scene, compareSchemas)
  scene.open.delete(pair)
  if (scene.changes.length === known) scene.alike.add(pair)
}

/** The place of a member. */
export function below(where: Where, name: string, oldName: string = name): Where {
  const at = where.at + formatPointer([oldName])
  return { place: `${where.place}/${name}`, at, part: where.part }
}

function compareBelow(before: DocumentNode, after: DocumentNode, keyword: string, where: Where, scene: Scene): void {
  const [old, now] = [member(before, keyword), member(after, keyword)]
  // No word on it and `true` are the same: anything.
  const [was, is] = [old.value ?? true, now.value ?? true]
  if (typeof was === 'boolean' && was === is) return
  if (typeof was !== 'boolean' && typeof is !== 'boolean') {
    compareSchemas(old, now, where, scene)
    return
  }
  const narrows = is === false || was === true
  noteChange(scene, where, {
    subject: 'type',
    action: old.value === undefined ? 'added' : now.value === undefined ? 'removed' : 'changed',
    level: levelOf(narrows ? 'narrows' : 'widens', scene.direction),
    says: `${labelOf(where)}: ${keyword} ${is === false ? 'are no longer allowed' : narrows ? 'have a schema now' : 'are no longer limited'}.`,
    pointer: { before: old.pointer, after: now.pointer },
  })
}

function compareMembers(before: DocumentNode, after: DocumentNode, where: Where, scene: Scene): void {
  const [old, now] = [propertiesOf(before), propertiesOf(after)]
  const [oldRequired, nowRequired] = [requiredOf(before), requiredOf(after)]
  const pairs = pairMembers(before, after)
  for (const { from, to } of pairs.renamed) scene.renames.push({ parent: where.at, from, to })
  const same = [...pairs.kept.map((name) => ({ from: name, to: name })), ...pairs.renamed]
  for (const { from, to } of same) {
    const place = below(where, to, from)
    const [was, is] = [old.get(from), now.get(to)]
    if (was === undefined || is === undefined) continue
    const pointer = { before: was.pointer, after: is.pointer }
    if (from !== to) {
      const says = `${labelOf(place)} is called ${to} now.`
      noteChange(scene, place, {
        subject: 'member',
        action: 'renamed',
        level: 'breaking',
        says,
        pointer,
        before: from,
        after: to,
      })
    }
    compareMark(place, pointer, oldRequired.has(from), nowRequired.has(to), scene)
    compareSchemas(was, is, place, scene)
  }
  for (const name of pairs.removed) {
    const place = below(where, name)
    const pointer = { before: old.get(name)?.pointer ?? before.pointer, after: after.pointer }
    noteChange(scene, place, {
      subject: 'member',
      action: 'removed',
      level: 'breaking',
      says: `${labelOf(place)} is gone.`,
      pointer,
      before: name,
    })
  }
  for (const name of pairs.added) {
    const place = below(where, name)
    const isDemanded = scene.direction === 'request' && nowRequired.has(name)
    const mark = nowRequired.has(name) ? 'required' : 'optional'
    noteChange(scene, place, {
      subject: 'member',
      action: 'added',
      level: isDemanded ? 'breaking' : 'additive',
      says: `${labelOf(place)} is new, ${mark}.`,
      pointer: { before: before.pointer, after: now.get(name)?.pointer ?? after.pointer },
      after: name,
    })
  }
  compareBareMarks(oldRequired, nowRequired, old, now, { before, after }, where, scene)
}

/** Members that are marked required and declared nowhere. */
function compareBareMarks(
  oldRequired: ReadonlySet<string>,
  nowRequired: ReadonlySet<string>,
  old: ReadonlyMap<string, unknown>,
  now: ReadonlyMap<string, unknown>,
  { before, after }: { readonly before: DocumentNode; readonly after: DocumentNode },
  where: Where,
  scene: Scene,
): void {
  for (const name of new Set([...oldRequired, ...nowRequired])) {
    if (old.has(name) || now.has(name)) continue
    const pointer = { before: `${before.pointer}/required`, after: `${after.pointer}/required` }
    compareMark(below(where, name), pointer, oldRequired.has(name), nowRequired.has(name), scene)
  }
}

function compareMark(
  where: Where,
  pointer: { before: string; after: string },
  was: boolean,
  is: boolean,
  scene: Scene,
): void {
  if (was === is) return
  noteChange(scene, where, {
    subject: 'required',
    action: 'changed',
    level: levelOf(is ? 'narrows' : 'widens', scene.direction),
    says: `${labelOf(where)} is ${is ? 'required' : 'optional'} now.`,
    pointer,
    before: was,
    after: is,
  })
}

/** Which members of two schemas are the same one, and which of them have another name. */
export function pairMembers(before: DocumentNode, after: DocumentNode): NamePairs {
  const [old, now] = [propertiesOf(before), propertiesOf(after)]
  const [oldRequired, nowRequired] = [requiredOf(before), requiredOf(after)]
  return pairNames([...old.keys()], [...now.keys()], (from, to) => {
    const [was, is] = [old.get(from), now.get(to)]
    if (was === undefined || is === undefined) return 'different'
    if (oldRequired.has(from) === nowRequired.has(to) && shapeOf(was) === shapeOf(is)) return 'same'
    return typeText(was) === typeText(is) ? 'alike' : 'different'
  })
}

function typeText(schema: DocumentNode): string {
  const types: Json = [...(typesOf(schema) ?? [])].filter((type) => type !== 'null')
  return types.join()
}

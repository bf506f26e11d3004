import { isJsonObject, type Json } from '@assay/contract'
import { equal } from './compare-keywords.ts'
import { type DocumentNode, items, member } from './document-node.ts'
import { levelOf } from './level-of.ts'
import { labelOf, noteChange, type Scene, type Where } from './scene.ts'
import { shapeOf } from './schema-facts.ts'

const LISTS = ['oneOf', 'anyOf', 'allOf'] as const
const CONDITIONS = ['not', 'if', 'then', 'else', 'patternProperties', 'dependentRequired', 'prefixItems'] as const
/** Members that are words. */
const WORDS = new Set(['description', 'title', 'summary', 'example', 'examples', 'externalDocs', '$comment'])

type Compare = (before: DocumentNode, after: DocumentNode, where: Where, scene: Scene) => void

/** Notes how the alternatives and conditions of a schema differ; those that correspond are compared in full. */
export function compareAlternatives(
  before: DocumentNode,
  after: DocumentNode,
  where: Where,
  scene: Scene,
  compare: Compare,
): void {
  for (const keyword of LISTS) {
    const [old, now] = [items(member(before, keyword)), items(member(after, keyword))]
    const { pairs, gone, fresh } = pairSchemas(old, now)
    for (const [was, is] of pairs) compare(was, is, where, scene)
    if (gone === 0 && fresh === 0) continue
    // Every one of `allOf` must hold, so each more is a demand more; where there were no alternatives any value was right.
    const more = keyword === 'allOf' || old.length === 0 ? 'narrows' : 'widens'
    const less = more === 'narrows' ? 'widens' : 'narrows'
    const effect =
      gone > 0 && fresh > 0 ? 'differs' : fresh > 0 ? more : now.length === 0 && keyword !== 'allOf' ? 'widens' : less
    noteChange(scene, where, {
      subject: 'alternatives',
      action: old.length === 0 ? 'added' : now.length === 0 ? 'removed' : 'changed',
      level: levelOf(effect, scene.direction),
      says: `${labelOf(where)}: ${keyword} had ${old.length} and has ${now.length} schemas, ${gone} gone and ${fresh} new.`,
      pointer: { before: `${before.pointer}/${keyword}`, after: `${after.pointer}/${keyword}` },
    })
  }
  for (const keyword of CONDITIONS) {
    const [was, is] = [member(before, keyword), member(after, keyword)]
    if (equal(withoutWords(was.value), withoutWords(is.value))) continue
    noteChange(scene, where, {
      subject: 'alternatives',
      action: was.value === undefined ? 'added' : is.value === undefined ? 'removed' : 'changed',
      level: levelOf(
        was.value === undefined ? 'narrows' : is.value === undefined ? 'widens' : 'differs',
        scene.direction,
      ),
      says: `${labelOf(where)}: ${keyword} is ${was.value === undefined ? 'new' : is.value === undefined ? 'gone' : 'another one now'}.`,
      pointer: { before: was.pointer, after: is.pointer },
    })
  }
}

/** Pairs equal schemas first, then the others in order where as many are left on both sides. */
function pairSchemas(
  old: readonly DocumentNode[],
  now: readonly DocumentNode[],
): {
  readonly pairs: readonly (readonly [DocumentNode, DocumentNode])[]
  readonly gone: number
  readonly fresh: number
} {
  const left = [...now]
  const unpaired: DocumentNode[] = []
  const pairs: [DocumentNode, DocumentNode][] = []
  for (const was of old) {
    const index = left.findIndex((is) => shapeOf(is) === shapeOf(was))
    const [is] = index < 0 ? [] : left.splice(index, 1)
    if (is === undefined) unpaired.push(was)
    else pairs.push([was, is])
  }
  if (unpaired.length !== left.length) return { pairs, gone: unpaired.length, fresh: left.length }
  const others = unpaired.flatMap((was, index): [DocumentNode, DocumentNode][] => {
    const is = left[index]
    return is === undefined ? [] : [[was, is]]
  })
  return { pairs: [...pairs, ...others], gone: 0, fresh: 0 }
}

/** A value without the members that are words for people. */
export function withoutWords(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item: Json) => withoutWords(item) ?? null)
  if (!isJsonObject(value)) return value
  const kept = Object.entries(value).filter(
    ([name, one]) => !(WORDS.has(name) && typeof one !== 'object') && !name.startsWith('x-'),
  )
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutWords(one) ?? null]))
}

import type { JsonObject } from '@assay/contract'
import { compareOperations } from './compare-operations.ts'
import { member } from './document-node.ts'
import { type DocumentOperation, operationsOf } from './operations-of.ts'
import { type Likeness, pairNames } from './pair-names.ts'
import { type ChangeDraft, newScene, noteChange } from './scene.ts'
import { propertiesOf } from './schema-facts.ts'

/** Every difference in structure between two OpenAPI 3.x documents, operation by operation; names of components and the way references go are none. */
export function compareDocuments(before: JsonObject, after: JsonObject): readonly ChangeDraft[] {
  const changes: ChangeDraft[] = []
  const [old, now] = [byKey(operationsOf(before)), byKey(operationsOf(after))]
  const prefix = (key: string) => (old.size > 1 || now.size > 1 ? `${key} ` : '')
  const pairs = pairNames([...old.keys()], [...now.keys()], (from, to) => likeness(old.get(from), now.get(to)))
  for (const { from, to } of [...pairs.kept.map((key) => ({ from: key, to: key })), ...pairs.renamed]) {
    const [was, is] = [old.get(from), now.get(to)]
    if (was !== undefined && is !== undefined) compareOperations(was, is, prefix(to), changes)
  }
  const where = (part: string) => ({ place: 'operation', at: '', part })
  for (const key of pairs.removed) {
    const pointer = { before: old.get(key)?.node.pointer ?? '', after: '/paths' }
    noteChange(newScene(changes, key, prefix(key), 'both'), where(key), {
      subject: 'operation',
      action: 'removed',
      level: 'breaking',
      says: `${key} is gone.`,
      pointer,
      before: key,
    })
  }
  for (const key of pairs.added) {
    const pointer = { before: '/paths', after: now.get(key)?.node.pointer ?? '' }
    noteChange(newScene(changes, key, prefix(key), 'both'), where(key), {
      subject: 'operation',
      action: 'added',
      level: 'additive',
      says: `${key} is new.`,
      pointer,
      after: key,
    })
  }
  return changes
}

function byKey(operations: readonly DocumentOperation[]): ReadonlyMap<string, DocumentOperation> {
  return new Map(operations.map((operation) => [operation.key, operation]))
}

/** An operation that moved still takes most of the members that it took. */
function likeness(before: DocumentOperation | undefined, after: DocumentOperation | undefined): Likeness {
  if (before === undefined || after === undefined || before.isWebhook !== after.isWebhook) return 'different'
  const [old, now] = [bodyMembers(before), bodyMembers(after)]
  const same = old.filter((name) => now.includes(name)).length
  const most = Math.max(old.length, now.length)
  if (most === 0) return before.path === after.path ? 'alike' : 'different'
  return same / most >= 0.8 ? 'same' : same / most >= 0.5 ? 'alike' : 'different'
}

function bodyMembers({ node, parameters }: DocumentOperation): readonly string[] {
  const content = member(member(node, 'requestBody'), 'content')
  const types = Object.keys((content.value as JsonObject | undefined) ?? {})
  const names = types.flatMap((type) => [...propertiesOf(member(member(content, type), 'schema')).keys()])
  return [...new Set([...names, ...parameters.keys()])]
}

import { isJsonObject } from '@assay/contract'
import type { ChangeDirection } from './change.ts'
import { compareAccess } from './compare-access.ts'
import { compareAnswers } from './compare-answers.ts'
import { compareContents } from './compare-contents.ts'
import { compareSchemas } from './compare-schemas.ts'
import { type DocumentNode, member, text } from './document-node.ts'
import { levelOf } from './level-of.ts'
import type { DocumentOperation } from './operations-of.ts'
import { pairNames } from './pair-names.ts'
import { type ChangeDraft, newScene, noteChange, type Scene, type Where } from './scene.ts'
import { shapeOf } from './schema-facts.ts'

/** Notes every difference between an operation as it was and as it is. */
export function compareOperations(
  before: DocumentOperation,
  after: DocumentOperation,
  prefix: string,
  changes: ChangeDraft[],
): void {
  const [sent, received]: [ChangeDirection, ChangeDirection] = after.isWebhook
    ? ['answer', 'request']
    : ['request', 'answer']
  const place: Where = { place: 'operation', at: '', part: after.key }
  const both = newScene(changes, after.key, prefix, 'both')
  const pointer = { before: before.node.pointer, after: after.node.pointer }
  if (before.key !== after.key) {
    const says = `${before.key} is ${after.key} now.`
    noteChange(both, place, {
      subject: 'operation',
      action: 'renamed',
      level: 'breaking',
      says,
      pointer,
      before: before.key,
      after: after.key,
    })
  }
  if (before.id !== undefined && after.id !== undefined && before.id !== after.id) {
    const says = `${after.key}: the operationId was ${before.id} and is ${after.id}; it names the client's function.`
    noteChange(both, place, {
      subject: 'operation',
      action: 'renamed',
      level: 'breaking',
      says,
      pointer,
      before: before.id,
      after: after.id,
    })
  }
  const [wasOld, isOld] = [
    member(before.node, 'deprecated').value === true,
    member(after.node, 'deprecated').value === true,
  ]
  if (wasOld !== isOld) {
    const says = `${after.key} is ${isOld ? 'deprecated' : 'no longer deprecated'}.`
    noteChange(both, place, {
      subject: 'deprecated',
      action: 'changed',
      level: 'additive',
      says,
      pointer,
      before: wasOld,
      after: isOld,
    })
  }
  compareAccess(before, after, both)
  compareParameters(before.parameters, after.parameters, pointer, newScene(changes, after.key, prefix, sent))
  compareBodies(before, after, newScene(changes, after.key, prefix, sent))
  compareAnswers(before, after, prefix, received, changes)
}

function compareParameters(
  old: ReadonlyMap<string, DocumentNode>,
  now: ReadonlyMap<string, DocumentNode>,
  holders: { readonly before: string; readonly after: string },
  scene: Scene,
): void {
  const pairs = pairNames([...old.keys()], [...now.keys()], (from, to) => {
    const [was, is] = [old.get(from), now.get(to)]
    if (was === undefined || is === undefined || from.split('/')[0] !== to.split('/')[0]) return 'different'
    return shapeOf(member(was, 'schema')) === shapeOf(member(is, 'schema')) ? 'same' : 'alike'
  })
  for (const { from, to } of [...pairs.kept.map((key) => ({ from: key, to: key })), ...pairs.renamed]) {
    const [was, is] = [old.get(from), now.get(to)]
    if (was === undefined || is === undefined) continue
    const where = parameterPlace(is)
    const pointer = { before: was.pointer, after: is.pointer }
    if (from !== to) {
      const says = `${parameterPlace(was).part} is ${parameterPlace(is).part.toLowerCase()} now.`
      noteChange(scene, where, {
        subject: 'parameter',
        action: 'renamed',
        level: 'breaking',
        says,
        pointer,
        before: from,
        after: to,
      })
    }
    const [wasRequired, isRequired] = [isNeeded(was), isNeeded(is)]
    if (wasRequired !== isRequired) {
      const says = `${where.part} is ${isRequired ? 'required' : 'optional'} now.`
      const level = levelOf(isRequired ? 'narrows' : 'widens', scene.direction)
      noteChange(scene, where, {
        subject: 'required',
        action: 'changed',
        level,
        says,
        pointer,
        before: wasRequired,
        after: isRequired,
      })
    }
    compareSchemas(member(was, 'schema'), member(is, 'schema'), where, scene)
  }
  for (const key of pairs.removed) {
    const was = old.get(key)
    if (was === undefined) continue
    const where = parameterPlace(was)
    const pointer = { before: was.pointer, after: holders.after }
    noteChange(scene, where, {
      subject: 'parameter',
      action: 'removed',
      level: 'breaking',
      says: `${where.part} is gone.`,
      pointer,
      before: key,
    })
  }
  for (const key of pairs.added) {
    const is = now.get(key)
    if (is === undefined) continue
    const where = parameterPlace(is)
    const isDemanded = isNeeded(is) && scene.direction === 'request'
    const says = `${where.part} is new, ${isNeeded(is) ? 'required' : 'optional'}.`
    const pointer = { before: holders.before, after: is.pointer }
    noteChange(scene, where, {
      subject: 'parameter',
      action: 'added',
      level: isDemanded ? 'breaking' : 'additive',
      says,
      pointer,
      after: key,
    })
  }
}

/** The name of a parameter's place begins with where it travels. */
function parameterPlace(parameter: DocumentNode): Where {
  const place = text(parameter, 'in') ?? 'header'
  const name = text(parameter, 'name') ?? ''
  return { place: `${place}/${name}`, at: '', part: `${place.charAt(0).toUpperCase()}${place.slice(1)} ${name}` }
}

function isNeeded(parameter: DocumentNode): boolean {
  return member(parameter, 'required').value === true || text(parameter, 'in') === 'path'
}

function compareBodies(before: DocumentOperation, after: DocumentOperation, scene: Scene): void {
  const [was, is] = [member(before.node, 'requestBody'), member(after.node, 'requestBody')]
  const where: Where = { place: 'request', at: '', part: 'Request' }
  const pointer = { before: was.pointer, after: is.pointer }
  const [hadBody, hasBody] = [isJsonObject(was.value), isJsonObject(is.value)]
  if (hadBody !== hasBody) {
    const needed = member(is, 'required').value === true
    const level = hadBody || needed ? 'breaking' : 'additive'
    const says = hadBody
      ? 'The request has no body any more.'
      : `The request has a body now${needed ? ', which is required' : ''}.`
    noteChange(scene, where, { subject: 'body', action: hadBody ? 'removed' : 'added', level, says, pointer })
    return
  }
  if (!hasBody) return
  const [wasRequired, isRequired] = [member(was, 'required').value === true, member(is, 'required').value === true]
  if (wasRequired !== isRequired) {
    const says = `The request body is marked ${isRequired ? 'required' : 'optional'} now.`
    const level = levelOf(isRequired ? 'narrows' : 'widens', scene.direction)
    noteChange(scene, where, {
      subject: 'required',
      action: 'changed',
      level,
      says,
      pointer,
      before: wasRequired,
      after: isRequired,
    })
  }
  compareContents(was, is, where, scene)
}

import { isJsonObject } from '@assay/contract'
import type { ChangeDirection } from './change.ts'
import { compareAccess } from './compare-access.ts'
import { compareContents } from './compare-contents.ts'
import { compareSchemas } from './compare-schemas.ts'
import { type DocumentNode, member, members, text } from './document-node.ts'
import { levelOf } from './level-of.ts'
import type { DocumentOperation } from './operations-of.ts'
import { pairNames } from './pair-names.ts'
import { type ChangeDraft, newScene, noteChange, type Scene, type Where } from './scene.ts'
import { shapeOf } from './schema-facts.ts'

/** Notes every difference between an operation as it was and as it is. */
export function compareOperations(before: DocumentOperation, after: DocumentOperation, changes: ChangeDraft[]): void {
  const [sent, received]: [ChangeDirection, ChangeDirection] = after.isWebhook
    ? ['answer', 'request']
    : ['request', 'answer']
  const place: Where = { place: 'operation', at: '', part: after.key }
  const both = newScene(changes, after.key, 'both')
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
  compareParameters(before.parameters, after.parameters, pointer, newScene(changes, after.key, sent))
  compareBodies(before, after, newScene(changes, after.key, sent))
  compareAnswers(before, after, received, changes)
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

function compareAnswers(
  before: DocumentOperation,
  after: DocumentOperation,
  direction: ChangeDirection,
  changes: ChangeDraft[],
): void {
  const [old, now] = [members(member(before.node, 'responses')), members(member(after.node, 'responses'))]
  const isSuccess = (status: string) => status.startsWith('2')
  const pairs = pairNames([...old.keys()], [...now.keys()], () => 'different')
  // A body that was shown without its status gets one, or a success another one: it is still the one success.
  const [lost, gained] = [
    [...pairs.removed, ...pairs.renamed.map(({ from }) => from)],
    [...pairs.added, ...pairs.renamed.map(({ to }) => to)],
  ]
  const [from, to] = [lost.filter(isSuccess), gained.filter(isSuccess)]
  const moved = from.length === 1 && to.length === 1 ? { from: from[0] ?? '', to: to[0] ?? '' } : undefined
  for (const { from, to } of [
    ...pairs.kept.map((status) => ({ from: status, to: status })),
    ...(moved === undefined ? [] : [moved]),
  ]) {
    const [was, is] = [old.get(from), now.get(to)]
    if (was === undefined || is === undefined) continue
    const scene = newScene(changes, after.key, direction, to)
    const where = answerPlace(to)
    if (from !== to) {
      const level = from.toUpperCase() === `${to.charAt(0)}XX` ? 'additive' : 'breaking'
      const says = `The answer ${from} has the status ${to} now.`
      noteChange(scene, where, {
        subject: 'answer',
        action: 'renamed',
        level,
        says,
        pointer: { before: was.pointer, after: is.pointer },
        before: from,
        after: to,
      })
    }
    compareErrorCodes(was, is, where, scene)
    compareHeaders(was, is, where, scene)
    compareContents(was, is, where, scene)
  }
  for (const status of lost) {
    if (status === moved?.from) continue
    const was = old.get(status)
    const scene = newScene(changes, after.key, direction, status)
    const pointer = { before: was?.pointer ?? '', after: `${after.node.pointer}/responses` }
    noteChange(scene, answerPlace(status), {
      subject: 'answer',
      action: 'removed',
      level: 'breaking',
      says: `The answer ${status} is gone.`,
      pointer,
      before: status,
    })
  }
  for (const status of gained) {
    if (status === moved?.to) continue
    const is = now.get(status)
    const scene = newScene(changes, after.key, direction, status)
    const pointer = { before: `${before.node.pointer}/responses`, after: is?.pointer ?? '' }
    noteChange(scene, answerPlace(status), {
      subject: 'answer',
      action: 'added',
      level: 'additive',
      says: `The answer ${status} is new.`,
      pointer,
      after: status,
    })
  }
}

function answerPlace(status: string): Where {
  return { place: `response/${status}`, at: '', part: `Answer ${status}` }
}

/** The code of an error whose body no page tells. */
function compareErrorCodes(before: DocumentNode, after: DocumentNode, where: Where, scene: Scene): void {
  const [was, is] = [text(before, 'x-error-code'), text(after, 'x-error-code')]
  if (was === is) return
  noteChange(
    scene,
    { ...where, place: `error/${scene.status}/${is ?? was}` },
    {
      subject: 'error',
      action: was === undefined ? 'added' : is === undefined ? 'removed' : 'renamed',
      level: was === undefined ? 'additive' : 'breaking',
      says:
        was === undefined
          ? `${where.part}: its error is called ${is}.`
          : is === undefined
            ? `${where.part}: the error ${was} is gone.`
            : `${where.part}: the error ${was} is called ${is} now.`,
      pointer: { before: before.pointer, after: after.pointer },
      before: was,
      after: is,
    },
  )
}

function compareHeaders(before: DocumentNode, after: DocumentNode, where: Where, scene: Scene): void {
  const [old, now] = [members(member(before, 'headers')), members(member(after, 'headers'))]
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(name), now.get(name)]
    const place: Where = { place: `${where.place}/header/${name}`, at: '', part: `${where.part}, header ${name}` }
    if (was !== undefined && is !== undefined) compareSchemas(member(was, 'schema'), member(is, 'schema'), place, scene)
    else
      noteChange(scene, place, {
        subject: 'parameter',
        action: was === undefined ? 'added' : 'removed',
        level: was === undefined ? 'additive' : 'breaking',
        says: `${place.part} is ${was === undefined ? 'new' : 'gone'}.`,
        pointer: { before: was?.pointer ?? before.pointer, after: is?.pointer ?? after.pointer },
      })
  }
}

import type { ChangeDirection } from './change.ts'
import { compareContents } from './compare-contents.ts'
import { compareSchemas } from './compare-schemas.ts'
import { type DocumentNode, member, members } from './document-node.ts'
import type { DocumentOperation } from './operations-of.ts'
import { pairNames } from './pair-names.ts'
import { type ChangeDraft, newScene, noteChange, type Scene, type Where } from './scene.ts'

/** Notes how the documented answers of an operation differ. */
export function compareAnswers(
  before: DocumentOperation,
  after: DocumentOperation,
  prefix: string,
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
    const scene = newScene(changes, after.key, prefix, direction, to)
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
    const scene = newScene(changes, after.key, prefix, direction, status)
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
    const scene = newScene(changes, after.key, prefix, direction, status)
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

/** The codes of errors whose body no page tells. */
function compareErrorCodes(before: DocumentNode, after: DocumentNode, where: Where, scene: Scene): void {
  const pairs = pairNames(errorCodes(before), errorCodes(after), () => 'same')
  const note = (from: string | undefined, to: string | undefined) => {
    const place = { ...where, place: `error/${scene.status}/${to ?? from}` }
    noteChange(scene, place, {
      subject: 'error',
      action: from === undefined ? 'added' : to === undefined ? 'removed' : 'renamed',
      level: from === undefined ? 'additive' : 'breaking',
      says: `${where.part}: the error ${from ?? to} is ${from === undefined ? 'new' : to === undefined ? 'gone' : `called ${to} now`}.`,
      pointer: { before: before.pointer, after: after.pointer },
      before: from,
      after: to,
    })
  }
  for (const { from, to } of pairs.renamed) note(from, to)
  for (const name of pairs.removed) note(name, undefined)
  for (const name of pairs.added) note(undefined, name)
}

function errorCodes(response: DocumentNode): readonly string[] {
  const { value } = member(response, 'x-error-code')
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]
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

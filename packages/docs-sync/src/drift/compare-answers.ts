import type { ChangeDirection } from './change.ts'
import { compareContents } from './compare-contents.ts'
import { compareSchemas } from './compare-schemas.ts'
import { type DocumentNode, member, members, text } from './document-node.ts'
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

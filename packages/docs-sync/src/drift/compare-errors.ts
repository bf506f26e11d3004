import { isJsonObject, type Json } from '@assay/contract'
import type { PlacedExample } from './compare-contents.ts'
import { equal } from './compare-keywords.ts'
import { pairNames } from './pair-names.ts'
import { noteChange, type Scene, type Where } from './scene.ts'
import { showValue } from './show-value.ts'

/** Notes how the documented errors of a status differ: an error is an example of the body of a failure, under its name. */
export function compareErrors(
  old: ReadonlyMap<string, PlacedExample>,
  now: ReadonlyMap<string, PlacedExample>,
  where: Where,
  scene: Scene,
): void {
  const pairs = pairNames([...old.keys()], [...now.keys()], (from, to) =>
    equal(old.get(from)?.value, now.get(to)?.value) ? 'same' : 'different',
  )
  const place = (name: string): Where => ({ ...where, place: `error/${scene.status}/${name}` })
  const pointer = (from: string, to: string) => ({
    ...(old.get(from) === undefined ? {} : { before: old.get(from)?.pointer ?? '' }),
    ...(now.get(to) === undefined ? {} : { after: now.get(to)?.pointer ?? '' }),
  })
  for (const name of pairs.kept) {
    const [was, is] = [old.get(name)?.value, now.get(name)?.value]
    if (was === undefined || is === undefined || equal(was, is)) continue
    const isText = onlyTextDiffers(was, is)
    noteChange(scene, place(name), {
      subject: 'error',
      action: 'changed',
      // People read the text; a program goes by what else the body says.
      level: isText ? 'editorial' : 'breaking',
      says: `${where.part}: the error ${name} ${isText ? 'has another text' : 'has another body'}: ${showValue(is)}.`,
      pointer: pointer(name, name),
      before: was,
      after: is,
    })
  }
  for (const { from, to } of pairs.renamed) {
    const says = `${where.part}: the error ${from} is called ${to} now.`
    noteChange(scene, place(to), {
      subject: 'error',
      action: 'renamed',
      level: 'breaking',
      says,
      pointer: pointer(from, to),
      before: from,
      after: to,
    })
  }
  for (const name of pairs.removed) {
    const says = `${where.part}: the error ${name} is gone.`
    noteChange(scene, place(name), {
      subject: 'error',
      action: 'removed',
      level: 'breaking',
      says,
      pointer: pointer(name, name),
      before: name,
    })
  }
  for (const name of pairs.added) {
    const says = `${where.part}: the error ${name} is new.`
    noteChange(scene, place(name), {
      subject: 'error',
      action: 'added',
      level: 'additive',
      says,
      pointer: pointer(name, name),
      after: name,
    })
  }
}

/** Whether two bodies differ in nothing but texts of several words. */
function onlyTextDiffers(was: Json | undefined, is: Json | undefined): boolean {
  if (equal(was, is)) return true
  if (typeof was === 'string' && typeof is === 'string') return / /.test(was) && / /.test(is)
  if (Array.isArray(was) && Array.isArray(is))
    return was.length === is.length && was.every((item: Json, index) => onlyTextDiffers(item, is[index]))
  if (!isJsonObject(was) || !isJsonObject(is)) return false
  const names = new Set([...Object.keys(was), ...Object.keys(is)])
  return [...names].every((name) => onlyTextDiffers(was[name], is[name]))
}

import { canonicalJson, type Json } from '@assay/contract'
import type { ChangeAction, ChangeLevel, ChangeSubject } from './change.ts'
import { type DocumentNode, member } from './document-node.ts'
import { type Effect, effectOnLimit, effectOnTypes, effectOnValues, levelOf } from './level-of.ts'
import { labelOf, noteChange, type Scene, type Where } from './scene.ts'
import { compareNumbers, LIMITS, limitOf, propertiesOf, typesOf, valuesOf } from './schema-facts.ts'
import { showValue, showValues } from './show-value.ts'

/** Notes how the keywords of a schema differ that speak of one value: types, values, limits, format, default, deprecation, example. */
export function compareKeywords(before: DocumentNode, after: DocumentNode, where: Where, scene: Scene): void {
  compareTypes(before, after, where, scene)
  compareValues(before, after, where, scene)
  const fact = (
    subject: ChangeSubject,
    name: string,
    was: Json | undefined,
    is: Json | undefined,
    level: ChangeLevel,
  ) => {
    const pointer = { before: `${before.pointer}/${name}`, after: `${after.pointer}/${name}` }
    noteChange(scene, where, {
      subject,
      action: actionOf(was, is),
      level,
      says: `${labelOf(where)}: ${name} ${wasAndIs(was, is)}.`,
      pointer,
      before: was,
      after: is,
    })
  }
  const swapped = (['minimum', 'maximum'] as const).filter((name) => isSwapped(before, after, name))
  for (const name of swapped) {
    const [was, is] = [boundOf(before, name), boundOf(after, name)]
    const order = compareNumbers(is, was) ?? 0
    // At the same number the limit itself is allowed now, or no longer is.
    const narrows = order === 0 ? limitOf(after, name) === undefined : order > 0 === (name === 'minimum')
    fact('limit', name, was, is, levelOf(narrows ? 'narrows' : 'widens', scene.direction))
  }
  for (const keyword of Object.keys(LIMITS)) {
    if (swapped.some((name) => keyword.toLowerCase().endsWith(name))) continue
    const [was, is] = [limitOf(before, keyword), limitOf(after, keyword)]
    if (!equal(was, is)) fact('limit', keyword, was, is, levelOf(effectOnLimit(keyword, was, is), scene.direction))
  }
  const [oldFormat, format] = [member(before, 'format').value, member(after, 'format').value]
  if (!equal(oldFormat, format)) {
    const effect: Effect = oldFormat === undefined ? 'narrows' : format === undefined ? 'widens' : 'differs'
    fact('format', 'format', oldFormat, format, levelOf(effect, scene.direction))
  }
  const [oldDefault, value] = [member(before, 'default').value, member(after, 'default').value]
  // What is left out means another thing now; a default that is only written down means what it meant.
  if (!equal(oldDefault, value))
    fact('default', 'default', oldDefault, value, oldDefault === undefined ? 'additive' : 'breaking')
  const [wasOld, isOld] = [member(before, 'deprecated').value === true, member(after, 'deprecated').value === true]
  if (wasOld !== isOld) fact('deprecated', 'deprecated', wasOld, isOld, 'additive')
  const [oldExamples, examples] = [examplesOf(before), examplesOf(after)]
  if (!equal(oldExamples, examples)) fact('example', 'example', oldExamples, examples, 'editorial')
}

type Bound = 'minimum' | 'maximum'

const EXCLUSIVE = { minimum: 'exclusiveMinimum', maximum: 'exclusiveMaximum' } as const

/** Whether a limit was exclusive and is inclusive, or the other way round. */
function isSwapped(before: DocumentNode, after: DocumentNode, name: Bound): boolean {
  const has = (schema: DocumentNode, keyword: string) => limitOf(schema, keyword) !== undefined
  const only = (schema: DocumentNode, one: string, other: string) => has(schema, one) && !has(schema, other)
  const exclusive = EXCLUSIVE[name]
  return (
    (only(before, name, exclusive) && only(after, exclusive, name)) ||
    (only(before, exclusive, name) && only(after, name, exclusive))
  )
}

function boundOf(schema: DocumentNode, name: Bound): Json | undefined {
  return limitOf(schema, name) ?? limitOf(schema, EXCLUSIVE[name])
}

function compareTypes(before: DocumentNode, after: DocumentNode, where: Where, scene: Scene): void {
  const [was, is] = [typesOf(before), typesOf(after)]
  if (equal(was, is)) return
  // Members were declared: that it is an object was said already.
  const isImplied = was === undefined && equal(is, ['object']) && propertiesOf(before).size > 0
  const level = isImplied ? 'additive' : levelOf(effectOnTypes(was, is), scene.direction)
  const name = (types: readonly string[] | undefined) => types?.join(' or ') ?? 'not stated'
  noteChange(scene, where, {
    subject: 'type',
    action: actionOf(was, is),
    level,
    says: `${labelOf(where)}: the type was ${name(was)} and is ${name(is)}.`,
    pointer: { before: `${before.pointer}/type`, after: `${after.pointer}/type` },
    before: was,
    after: is,
  })
}

function compareValues(before: DocumentNode, after: DocumentNode, where: Where, scene: Scene): void {
  const [was, is] = [valuesOf(before), valuesOf(after)]
  const sorted = (values: readonly Json[] | undefined) => values?.map(canonicalJson).sort()
  if (equal(sorted(was), sorted(is))) return
  const has = (values: readonly Json[], value: Json) =>
    values.some((one) => canonicalJson(one) === canonicalJson(value))
  const lost = was === undefined || is === undefined ? [] : was.filter((value) => !has(is, value))
  const gained = was === undefined || is === undefined ? [] : is.filter((value) => !has(was, value))
  const parts = [
    ...(was === undefined ? [`only ${showValues(is ?? [])} are allowed now`] : []),
    ...(is === undefined ? ['the list of values is gone'] : []),
    ...(lost.length === 0 ? [] : [`loses ${showValues(lost)}`]),
    ...(gained.length === 0 ? [] : [`gains ${showValues(gained)}`]),
  ]
  noteChange(scene, where, {
    subject: 'enum',
    action: actionOf(was, is),
    level: levelOf(effectOnValues(was, is), scene.direction),
    says: `${labelOf(where)}: ${parts.join(', ')}.`,
    pointer: { before: `${before.pointer}/enum`, after: `${after.pointer}/enum` },
    before: was,
    after: is,
  })
}

/** The examples of a value: `example` of OpenAPI 3.0 is a list of one. */
function examplesOf(schema: DocumentNode): Json | undefined {
  const { value } = member(schema, 'example')
  if (value !== undefined) return [value]
  const list = member(schema, 'examples').value
  return Array.isArray(list) && list.length > 0 ? list : undefined
}

/** What became of a value. */
export function actionOf(was: unknown, is: unknown): ChangeAction {
  return was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
}

/** Whether two JSON values, or two absences, are the same. */
export function equal(was: Json | undefined, is: Json | undefined): boolean {
  if (was === undefined || is === undefined) return was === is
  return canonicalJson(was) === canonicalJson(is)
}

function wasAndIs(was: Json | undefined, is: Json | undefined): string {
  if (was === undefined) return `is ${showValue(is ?? null)} now`
  return is === undefined ? `was ${showValue(was)} and is gone` : `was ${showValue(was)} and is ${showValue(is)}`
}

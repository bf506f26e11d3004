import { type Contract, isJsonObject, type Json, type JsonObject, parsePointer } from '@assay/contract'
import type { Overlay } from '@assay/contract/documents'
import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import type { Change } from '../drift/change.ts'
import { correctionStates } from '../effects/correction-states.ts'
import { partOf, placeForms } from '../effects/place-forms.ts'
import { leadsTo, ruleTexts } from '../effects/rule-pointers.ts'
import { isWithin } from '../effects/touched-corrections.ts'
import { carryNames } from './carry-names.ts'
import { keepYaml } from './keep-yaml.ts'

/** A statement of an overlay that was written for the new name of a member. */
export interface CarriedRename {
  /** Line of the overlay as it was. */
  readonly line: number
  readonly before: string
  readonly after: string
}

/**
 * The text of an overlay with what a page renamed under its new name - members, errors, statuses, paths: in targets, in what it sets, in rules, roles and
 * evidence. Nothing else is changed; what a rename cannot be told of for certain is left for the strict reading to find.
 */
export function carryRenames(
  text: string,
  overlay: Overlay,
  document: JsonObject,
  changes: readonly Change[],
  contract: Contract,
): { readonly text: string; readonly carried: readonly CarriedRename[] } {
  const renames = changes.flatMap((change): Rename[] => {
    const { subject, action, before, after, pointer } = change
    const isMember =
      subject === 'member' && action === 'renamed' && typeof before === 'string' && typeof after === 'string'
    return isMember && pointer.before !== undefined
      ? [{ change, from: before, to: after, pointer: pointer.before }]
      : []
  })
  if (!changes.some(({ action }) => action === 'renamed')) return { text, carried: [] }
  const yaml = keepYaml(text)
  const carried: CarriedRename[] = []
  const write = (path: readonly (string | number)[], value: string) => {
    const scalar = yaml.document.getIn(path, true)
    if (isScalar(scalar)) set(scalar, value, text, carried)
  }
  const states = correctionStates(document, overlay)
  for (const rename of renames) {
    for (const [index, { selected, touched, action }] of states.entries()) {
      const path = ['actions', index]
      if (
        touched.concat(selected).some((place) => isWithin(place, rename.pointer) || isWithin(rename.pointer, place))
      ) {
        const target = yaml.document.getIn([...path, 'target'])
        if (typeof target === 'string' && selected.some((place) => isWithin(place, rename.pointer)))
          write([...path, 'target'], withNewSegment(target, rename))
        const update = yaml.document.getIn([...path, 'update'], true)
        for (const place of selected)
          carryMembers(update as Node | undefined, place, rename, (scalar, name) => set(scalar, name, text, carried))
      }
      carryEvidence(yaml.document.getIn([...path, 'x-evidence']), [...path, 'x-evidence'], rename, yaml.document, write)
      if (action.update !== undefined) carryRules(action.update, [...path, 'update'], rename, contract, write)
    }
  }
  carryNames(yaml, changes, (scalar, value) => set(scalar, value, text, carried))
  return { text: yaml.write(), carried }
}

interface Rename {
  readonly change: Change
  readonly from: string
  readonly to: string
  /** JSON Pointer of the member in the document as it was. */
  readonly pointer: string
}

type Write = (path: readonly (string | number)[], value: string) => void

function set(scalar: Scalar, value: string, text: string, carried: CarriedRename[]): void {
  if (String(scalar.value) === value) return
  carried.push({
    line: text.slice(0, scalar.range?.[0] ?? 0).split('\n').length,
    before: String(scalar.value),
    after: value,
  })
  scalar.value = value
}

/** A JSONPath with the name of a member replaced: `.name`, `['name']` and in lists of names. */
function withNewSegment(target: string, { from, to }: Rename): string {
  const name = from.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const plain = /^[A-Za-z_]\w*$/.test(to)
  return target
    .replaceAll(new RegExp(String.raw`\.${name}(?![\w-])`, 'g'), plain ? `.${to}` : `['${to}']`)
    .replaceAll(new RegExp(`(['"])${name}\\1`, 'g'), `$1${to}$1`)
}

/** Members and marks of a schema that an update sets, by where in the document they come to stand. */
function carryMembers(
  update: Node | undefined,
  place: string,
  rename: Rename,
  write: (scalar: Scalar, name: string) => void,
): void {
  const holder = rename.pointer.slice(0, rename.pointer.lastIndexOf('/properties/'))
  const walk = (node: unknown, at: string): void => {
    if (isSeq(node)) for (const item of node.items) walk(item, at)
    if (!isMap(node)) return
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue
      const name = String(key.value)
      if (at === `${holder}/properties` && name === rename.from) write(key, rename.to)
      if (at === holder && name === 'required' && isSeq(value)) {
        for (const item of value.items) if (isScalar(item) && item.value === rename.from) write(item, rename.to)
      }
      // An alternative speaks of the same value as the schema that holds it.
      const isSame = ['oneOf', 'anyOf', 'allOf', 'not', 'if', 'then', 'else'].includes(name)
      if (!name.startsWith('x-')) walk(value, isSame ? at : `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    }
  }
  walk(update, place)
}

/** Pointers and names in declared rules and roles, and the evidence of rules. */
function carryRules(
  value: Json,
  path: readonly (string | number)[],
  rename: Rename,
  contract: Contract,
  write: Write,
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) carryRules(item, [...path, index], rename, contract, write)
    return
  }
  if (!isJsonObject(value)) return
  for (const [name, member] of Object.entries(value)) {
    const isList = Array.isArray(member) && (name === 'x-rules' || name === 'x-roles')
    if (!isList) carryRules(member, [...path, name], rename, contract, write)
    else
      for (const [index, entry] of member.entries()) carryEntry(entry, [...path, name, index], rename, contract, write)
  }
}

function carryEntry(
  entry: Json,
  path: readonly (string | number)[],
  rename: Rename,
  contract: Contract,
  write: Write,
): void {
  if (!isJsonObject(entry)) return
  const part = partOf(rename.change)
  const at = rename.change.at ?? ''
  const rules = contract.operations.flatMap((operation) => operation.rules)
  const side = rules.find(({ id }) => id === entry.id)?.side ?? 'request'
  const renamed = at.slice(0, at.length - rename.from.length) + rename.to
  for (const found of ruleTexts(entry, side)) {
    if (found.side !== part?.side) continue
    if (leadsTo(found.text, at)) write([...path, ...found.path], renamed + found.text.slice(at.length))
    const parent = typeof entry.at === 'string' ? entry.at : ''
    if (found.isItem && found.text === rename.from && `${parent}/${rename.from}` === at)
      write([...path, ...found.path], rename.to)
  }
  for (const [name, evidence] of Object.entries(entry)) {
    if (name !== 'evidence') continue
    for (const [index, one] of (Array.isArray(evidence) ? evidence : [evidence]).entries()) {
      const place = Array.isArray(evidence) ? [...path, name, index, 'at'] : [...path, name, 'at']
      if (isJsonObject(one) && typeof one.at === 'string') writeEvidence(one.at, place, rename, write)
    }
  }
}

function carryEvidence(
  evidence: unknown,
  path: readonly (string | number)[],
  rename: Rename,
  document: ReturnType<typeof keepYaml>['document'],
  write: Write,
): void {
  const places = isSeq(evidence) ? evidence.items.map((_, index) => [...path, index, 'at']) : [[...path, 'at']]
  for (const place of places) {
    const at = document.getIn(place)
    if (typeof at === 'string') writeEvidence(at, place, rename, write)
  }
}

function writeEvidence(
  at: string,
  path: readonly (string | number)[],
  { change, from, to }: Rename,
  write: Write,
): void {
  const form = placeForms(change).find((one) => leadsTo(at, one) && parsePointer(`/${one}`).at(-1) === from)
  if (form !== undefined) write(path, form.slice(0, form.length - from.length) + to + at.slice(form.length))
}

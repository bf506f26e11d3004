import { isMap, isScalar, isSeq, type Scalar, visit } from 'yaml'
import type { Change } from '../drift/change.ts'
import type { KeptYaml } from './keep-yaml.ts'

/** A text of the overlay written for another name. */
export type WriteScalar = (scalar: Scalar, value: string) => void

/** Carries new names of errors, statuses and paths into an overlay: they stand there as names alone, and mean the same wherever they stand. */
export function carryNames(yaml: KeptYaml, changes: readonly Change[], write: WriteScalar): void {
  for (const change of changes) {
    const { subject, action, before, after, status } = change
    if (action !== 'renamed' || typeof before !== 'string' || typeof after !== 'string') continue
    if (subject === 'error') carryError(yaml, before, after, status ?? '', write)
    if (subject === 'answer') carryStatus(yaml, before, after, write)
    if (subject === 'operation') carryPath(yaml, before, after, write)
  }
}

/** An error is named by the rules it answers, in evidence and in targets. */
function carryError(yaml: KeptYaml, from: string, to: string, status: string, write: WriteScalar): void {
  eachText(yaml, (scalar, key, text) => {
    if (key === 'example' && text === from) write(scalar, to)
    else if (key === 'at') {
      for (const before of [`responses/${status}/examples/`, `error/${status}/`]) {
        if (text === before + from || text.startsWith(`${before}${from}/`))
          write(scalar, before + to + text.slice(before.length + from.length))
      }
    } else if (key === 'target') write(scalar, inTarget(text, 'examples', from, to))
  })
}

/** A status is named by the rules of its answer, in evidence, targets and updates. */
function carryStatus(yaml: KeptYaml, from: string, to: string, write: WriteScalar): void {
  eachText(yaml, (scalar, key, text) => {
    if (key === 'target') write(scalar, inTarget(text, 'responses', from, to))
    else if (key === 'responses' && text === from) write(scalar, to)
    else if (key === 'at')
      write(scalar, text.replace(new RegExp(`^((?:example/)?(?:responses?|error)/)${escaped(from)}(?=/|$)`), `$1${to}`))
  })
  visit(yaml.document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || key.value !== 'responses' || !isMap(value)) return
      for (const pair of value.items) if (isScalar(pair.key) && String(pair.key.value) === from) write(pair.key, to)
    },
  })
}

/** A path is named in targets and evidence. */
function carryPath(yaml: KeptYaml, before: string, after: string, write: WriteScalar): void {
  const [from, to] = [before, after].map((key) => /^[A-Z]+ (\/.*)$/.exec(key)?.[1])
  if (from === undefined || to === undefined || from === to) return
  const token = (path: string) => path.replaceAll('~', '~0').replaceAll('/', '~1')
  eachText(yaml, (scalar, key, text) => {
    if (key === 'target') write(scalar, inTarget(text, 'paths', from, to))
    else if (key === 'at') write(scalar, text.replaceAll(`paths/${token(from)}`, `paths/${token(to)}`))
  })
}

/** A JSONPath with a name below a member replaced: `.paths['/a']`, `.paths.a`. */
function inTarget(target: string, holder: string, from: string, to: string): string {
  const quoted = new RegExp(String.raw`((?:\.|\[['"])${holder}(?:['"]\])?\[(['"]))${escaped(from)}(?=\2)`, 'g')
  const plain = new RegExp(String.raw`(\.${holder}\.)${escaped(from)}(?![\w-])`, 'g')
  return target
    .replaceAll(quoted, (_, before: string) => before + to)
    .replaceAll(plain, (_, before: string) => before + to)
}

/** Every text value with the name of the member it stands under, itself or in a list. */
function eachText(yaml: KeptYaml, see: (scalar: Scalar, key: string, text: string) => void): void {
  visit(yaml.document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key)) return
      for (const item of isSeq(value) ? value.items : [value]) {
        if (isScalar(item) && (typeof item.value === 'string' || typeof item.value === 'number'))
          see(item, String(key.value), String(item.value))
      }
    },
  })
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

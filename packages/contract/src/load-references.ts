import { dirname, join, relative } from 'node:path'
import { ContractError, type ContractProblem } from './contract-error.ts'
import { insideFolder } from './inside-folder.ts'
import { isJsonObject, type Json } from './json.ts'
import { isContainer, type Origins, problemAt } from './origins.ts'
import { readDocument } from './read-document.ts'
import { parseReference } from './reference.ts'
import type { SourceDocument } from './source-document.ts'

/** More files than any API description has. */
const MAXIMUM_FILES = 100

/** A file that references lead to. */
export interface LoadedFile {
  /** Its absolute path. */
  readonly path: string
  readonly root: Json
  readonly document: SourceDocument
}

/**
 * Reads every file that the references of a document lead to, directly or not. Every reference of a file is judged before any is followed:
 * one to the network or out of the document's folder is refused and nothing is read.
 * @throws ContractError with the place of each refused reference.
 */
export async function loadReferences(start: LoadedFile, origins: Origins): Promise<ReadonlyMap<string, LoadedFile>> {
  const folder = dirname(start.path)
  const files = new Map<string, LoadedFile>([[start.path, start]])
  const waiting = [start]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const [path, problem] of pathsOf(file, folder, origins)) {
      if (files.has(path)) continue
      if (files.size >= MAXIMUM_FILES) {
        throw new ContractError([{ ...problem, message: `The document refers to more than ${MAXIMUM_FILES} files.` }])
      }
      const loaded = await load(path, join(dirname(start.document.file), relative(folder, path)), origins, problem)
      files.set(path, loaded)
      waiting.push(loaded)
    }
  }
  return files
}

/** The files that a file refers to, each with the place of the reference. */
function pathsOf(file: LoadedFile, folder: string, origins: Origins): Map<string, ContractProblem> {
  const paths = new Map<string, ContractProblem>()
  const problems: ContractProblem[] = []
  for (const object of referencesIn(file.root)) {
    const origin = origins.ofMember(object, '$ref')
    const reference = parseReference(object.$ref)
    if (typeof reference === 'string') {
      problems.push(problemAt(origin, file.document.file, reference))
    } else if (reference.path !== undefined) {
      const path = insideFolder(folder, dirname(file.path), reference.path)
      const message = `The reference "${reference.path}" leads out of the document's folder, keep a copy inside.`
      if (path === undefined) problems.push(problemAt(origin, file.document.file, message))
      else paths.set(path, problemAt(origin, file.document.file, ''))
    }
  }
  if (problems.length > 0) throw new ContractError(problems)
  return paths
}

async function load(path: string, name: string, origins: Origins, place: ContractProblem): Promise<LoadedFile> {
  try {
    const document = await readDocument(path, name)
    origins.adopt(document.value, { document, pointer: '' })
    return { path, root: document.value, document }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    const [problem] = error.problems
    // A file that is not there is a fault of the reference.
    if (problem?.message !== 'There is no such file.') throw error
    throw new ContractError([{ ...place, message: `The reference leads to ${name}, and there is no such file.` }])
  }
}

/** Every object with a `$ref`, wherever it stands: tools that follow references in examples are common, so none is taken for plain data. */
export function* referencesIn(root: Json): Generator<{ readonly $ref: string }> {
  const waiting: Json[] = [root]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (isReference(value)) yield value
    if (isContainer(value)) waiting.push(...Object.values(value).filter(isContainer))
  }
}

/** Whether a value is a Reference Object, or a schema with `$ref`. */
export function isReference(
  value: Json | undefined,
): value is { readonly $ref: string; readonly [name: string]: Json } {
  return isJsonObject(value) && Object.hasOwn(value, '$ref') && typeof value.$ref === 'string'
}

import { resolve } from 'node:path'
import { applyOverlay } from './apply-overlay.ts'
import { applyCallbackOverlay } from './callback-overlay.ts'
import { canonicalHash } from './canonical-json.ts'
import { checkStructure } from './check-structure.ts'
import type { Contract, Contradiction, Page } from './contract.ts'
import { findContradictions } from './find-contradictions.ts'
import { freezeDeeply } from './freeze-deeply.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import type { KindDeclaration } from './kind-declaration.ts'
import { loadReferences } from './load-references.ts'
import { locateDocuments } from './locate-documents.ts'
import { mapMembers } from './map-members.ts'
import { openapiVersion } from './openapi-version.ts'
import type { NamedExample, Operation } from './operation.ts'
import { Origins } from './origins.ts'
import { type Overlay, readOverlay } from './overlay.ts'
import { readAccount } from './read-account.ts'
import type { PlacedExample } from './read-body.ts'
import { type CallbackSources, readCallbacks } from './read-callbacks.ts'
import { readCorrections } from './read-corrections.ts'
import { readDocument } from './read-document.ts'
import { type OperationReading, readOperations } from './read-operations.ts'
import { readRoles } from './read-roles.ts'
import { readRules } from './read-rules.ts'
import { readSources } from './read-sources.ts'
import { type Reading, reportAt, throwProblems } from './reading.ts'
import { resolveReferences } from './resolve-references.ts'

/** How a contract is read. */
export interface ReadContractOptions {
  /** The rule kinds that `x-rules` may name. */
  readonly kinds: readonly KindDeclaration[]
  /** An overlay to apply instead of the folder's `overlay.yaml`. */
  readonly overlay?: string
}

/**
 * Reads what a provider documents into one frozen contract: OpenAPI 3.0 or 3.1 in YAML or JSON, corrected by an OpenAPI Overlay 1.0; a second one,
 * `callbacks.yaml`, adds what is known of callbacks from elsewhere. Nothing is
 * fetched, no file outside the document's folder is read. Without an overlay examples may contradict their schema and are listed; with one,
 * every example of the corrected document must keep it.
 * @param place A provider folder, or an OpenAPI file.
 * @throws ContractError with file and line of everything that is wrong.
 */
export async function readContract(place: string, options: ReadContractOptions): Promise<Contract> {
  const files = await locateDocuments(place, options.overlay)
  const origins = new Origins()
  const document = await readDocument(files.document)
  const dialect = openapiVersion(document)
  origins.adopt(document.value, { document, pointer: '' })
  const pages = files.sources === undefined ? undefined : readSources(await readDocument(files.sources))
  const overlay = await overlayOf(files.overlay, origins)
  const callbackOverlay = await overlayOf(files.callbacks, origins)
  const title = titleOf(document.value)
  const reading: Reading = {
    document,
    dialect,
    origins,
    overlay,
    pages: pages?.map(({ id }) => id),
    firstPage: pages?.[0]?.id ?? 'openapi',
    problems: [],
  }

  const start = { path: resolve(files.document), root: document.value, document }
  const documented = resolveReferences(start, await loadReferences(start, origins), origins, dialect)
  await checkStructure(documented, dialect, origins, document.file)
  const before = readOperations(documented as JsonObject, reading)
  throwProblems(reading)
  const contradictions = findContradictions(before, reading)

  const corrected = await correct(start, overlay, callbackOverlay, reading)
  const root = (corrected?.root ?? documented) as JsonObject
  const operations = corrected === undefined ? before : readOperations(root, reading)
  throwProblems(reading)
  if (overlay !== undefined) refuseContradictions(operations, reading)

  const account = readAccount(root, reading)
  const roles = operations.map((operation) => readRoles(operation, reading))
  const rules = readRules(
    operations,
    options.kinds,
    overlay === undefined && !Object.hasOwn(root, 'x-signing'),
    reading,
  )
  const callbacks = readCallbacks(operations, corrected?.callbacks, reading)
  const corrections = readCorrections(reading)
  throwProblems(reading)
  const content: Omit<Contract, 'sha256'> = {
    version: 1,
    provider: files.provider,
    title: titleOf(root) ?? title ?? files.provider,
    pages: pages ?? [ownPage(titleOf(root) ?? files.provider)],
    operations: operations.map((operation, index) => formed(operation, roles[index] ?? [], rules[index] ?? [])),
    callbacks,
    account,
    corrections,
    contradictions: contradictions.map(({ origin: _, ...contradiction }): Contradiction => contradiction),
  }
  const { version, provider, title: name, ...rest } = content
  // Values that stand at several places are written out, so that a contract read and one loaded are alike.
  const contract = structuredCopy({
    version,
    provider,
    title: name,
    sha256: canonicalHash(content as unknown as Json),
    ...rest,
  })
  return freezeDeeply(contract as unknown as Contract)
}

async function overlayOf(file: string | undefined, origins: Origins): Promise<Overlay | undefined> {
  if (file === undefined) return undefined
  const document = await readDocument(file)
  origins.adopt(document.value, { document, pointer: '' })
  return readOverlay(document)
}

/** The document with its overlays applied, its references followed, valid by its standard; undefined where there are no overlays. */
async function correct(
  start: Parameters<typeof loadReferences>[0],
  overlay: Overlay | undefined,
  callbackOverlay: Overlay | undefined,
  reading: Reading,
): Promise<{ readonly root: Json; readonly callbacks?: CallbackSources } | undefined> {
  if (overlay === undefined && callbackOverlay === undefined) return undefined
  const { origins, dialect, document } = reading
  const applied = overlay === undefined ? document.value : applyOverlay(document.value, overlay, origins).value
  const added =
    callbackOverlay === undefined ? undefined : applyCallbackOverlay(applied, callbackOverlay, origins, reading.pages)
  const value = added?.value ?? applied
  const changed = { ...start, root: value }
  const root = resolveReferences(changed, await loadReferences(changed, origins), origins, dialect)
  await checkStructure(root, dialect, origins, document.file)
  if (callbackOverlay === undefined || added === undefined) return { root }
  const { touched, pages } = added
  return { root, callbacks: { overlay: callbackOverlay, touched, pages } }
}

function refuseContradictions(operations: readonly OperationReading[], reading: Reading): void {
  for (const { example, says, origin } of findContradictions(operations, reading)) {
    reportAt(reading, origin, `The corrected contract contradicts its example at ${example}. ${says}`)
  }
}

function formed(
  { node: _, ...operation }: OperationReading,
  roles: Operation['roles'],
  rules: Operation['rules'],
): Operation {
  const { request, answers, ...rest } = operation
  return {
    ...rest,
    ...(request === undefined ? {} : { request: { ...request, examples: request.examples.map(named) } }),
    answers: answers.map((answer) => ({ ...answer, examples: answer.examples.map(named) })),
    roles,
    rules,
  }
}

function named({ origin: _, ...example }: PlacedExample): NamedExample {
  return example
}

function titleOf(root: Json): string | undefined {
  const info = isJsonObject(root) ? root.info : undefined
  return isJsonObject(info) && typeof info.title === 'string' ? info.title : undefined
}

function ownPage(title: string): Page {
  return { id: 'openapi', title }
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy)
  if (!isJsonObject(value)) return value
  return mapMembers(value, structuredCopy)
}

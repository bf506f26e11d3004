import { type CallbackProfile, readCallbackProfile, SigningProfileError } from '@assay/signing'
import type { Callback } from './callback.ts'
import type { WithCallbacks } from './callback-overlay.ts'
import { type CallbackShape, callbackShape } from './callback-shape.ts'
import type { Correction } from './contract.ts'
import { findContradictions } from './find-contradictions.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { formatPointer } from './json-pointer.ts'
import type { JsonSchema } from './json-schema.ts'
import { originAt } from './origins.ts'
import type { Overlay } from './overlay.ts'
import { plainValue } from './plain-value.ts'
import { type PlacedRequest, readRequest } from './read-body.ts'
import type { OperationReading } from './read-operations.ts'
import { type Reading, report, reportAt } from './reading.ts'
import { reportIssues } from './report-issues.ts'
import { schemaHasPlace } from './schema-has-place.ts'

type PlacedCallback = Callback & { readonly node: JsonObject }

/** What the callbacks were read from. */
export interface CallbackSources extends Omit<WithCallbacks, 'value'> {
  readonly overlay: Overlay
}

/** The callbacks below the operations of a document whose references are followed, in its order. */
export function readCallbacks(
  operations: readonly OperationReading[],
  sources: CallbackSources | undefined,
  reading: Reading,
): Callback[] {
  const callbacks = operations.flatMap((operation) =>
    members(operation.node.callbacks).flatMap(([name, callback]) =>
      members(callback).flatMap(([, item]) =>
        isJsonObject(item) && isJsonObject(item.post)
          ? [readCallback(name, item.post, operation, sources, reading)]
          : [],
      ),
    ),
  )
  const read = callbacks.flatMap((callback) => (callback === undefined ? [] : [callback]))
  refuseUnlike(read, reading)
  return read.map(({ node: _, ...callback }) => callback)
}

/** A merchant has one place for them all: what comes there must be told apart by name, and proved in one way. */
function refuseUnlike(callbacks: readonly PlacedCallback[], reading: Reading): void {
  const signed = callbacks.filter(({ signing }) => signing !== undefined)
  for (const { node, signing } of signed) {
    if (JSON.stringify(signing) === JSON.stringify(signed[0]?.signing)) continue
    report(reading, node, 'x-signing', 'Two callbacks are signed differently, a provider signs all of them alike.')
  }
  for (const [index, { node, name }] of callbacks.entries()) {
    if (callbacks.findIndex((other) => other.name === name) === index) continue
    report(reading, node, undefined, `Two callbacks have the name "${name}", it must tell them apart.`)
  }
}

function readCallback(
  name: string,
  node: JsonObject,
  operation: OperationReading,
  sources: CallbackSources | undefined,
  reading: Reading,
): PlacedCallback | undefined {
  const request = readRequest(node, reading)
  // A callback without a JSON body tells a typed client nothing.
  if (request === undefined) return undefined
  refuseWrongExamples(request, reading)
  const shape = readShape(node, reading)
  if (isJsonObject(node['x-callback'])) checkPlaces(node['x-callback'], shape, request.schema, operation, reading)
  const signing = readSigning(node, reading)
  const summary = typeof node.summary === 'string' ? { summary: node.summary } : {}
  const { type, status, takes = [] } = shape
  return {
    ...{ name, operation: operation.id, ...summary },
    ...(signing === undefined ? {} : { signing }),
    ...{ contentType: request.contentType, schema: request.schema },
    examples: request.examples.map(({ origin: _, ...example }) => example),
    ...(type === undefined ? {} : { type }),
    ...(status === undefined ? {} : { status }),
    takes,
    statements: sources === undefined ? [] : statementsOf(name, operation, sources),
    pages: sources?.pages ?? [],
    node,
  }
}

function readShape(node: JsonObject, reading: Reading): CallbackShape {
  const declared = node['x-callback'] ?? {}
  const result = callbackShape.safeParse(declared)
  if (result.success) return result.data
  if (isJsonObject(declared)) reportIssues(reading, declared, 'The callback', result.error.issues)
  else report(reading, node, 'x-callback', 'x-callback must be an object.')
  return {}
}

function checkPlaces(
  declared: JsonObject,
  { type, status, takes = [] }: CallbackShape,
  schema: JsonSchema,
  { request, answers }: OperationReading,
  reading: Reading,
): void {
  const check = (
    place: readonly (string | number)[],
    pointer: string | undefined,
    schemas: readonly JsonSchema[],
    where: string,
  ): void => {
    if (pointer === undefined || schemas.some((one) => schemaHasPlace(one, pointer))) return
    const message = `The pointer ${pointer} leads to nothing in ${where}.`
    reportAt(reading, originAt(declared, formatPointer(place), reading.origins), message)
  }
  const body = [schema]
  check(['type', 'at'], type?.at, body, 'the callback')
  check(['status', 'at'], status?.at, body, 'the callback')
  for (const [index, { at, ...from }] of takes.entries()) {
    check(['takes', index, 'at'], at, body, 'the callback')
    check(['takes', index, 'request'], from.request, [request?.schema ?? false], 'the request')
    const success = answers.filter((answer) => answer.status.startsWith('2')).map((answer) => answer.schema ?? true)
    check(['takes', index, 'answer'], from.answer, success, 'the answer')
  }
}

function readSigning(node: JsonObject, reading: Reading): CallbackProfile | undefined {
  if (!Object.hasOwn(node, 'x-signing')) return undefined
  try {
    return readCallbackProfile(plainValue(node['x-signing'] as Json))
  } catch (error) {
    if (!(error instanceof SigningProfileError)) throw error
    reportAt(reading, originAt(node, `/x-signing${error.at}`, reading.origins), error.message)
    return undefined
  }
}

function refuseWrongExamples(request: PlacedRequest, reading: Reading): void {
  for (const { says, origin } of findContradictions([{ request, answers: [], parameters: [] }], reading)) {
    reportAt(reading, origin, `The callback contradicts its own example. ${says}`)
  }
}

/** The actions that speak of a callback: those that set it, something above it or something in it. */
function statementsOf(
  name: string,
  { method, path }: OperationReading,
  { overlay, touched }: CallbackSources,
): Correction[] {
  const own = formatPointer(['paths', path, method.toLowerCase(), 'callbacks', name])
  const speaks = (pointer: string): boolean => `${pointer}/`.startsWith(`${own}/`) || own.startsWith(`${pointer}/`)
  return overlay.actions.flatMap(({ description = '', target, strength = 'assumed', evidence = [] }, index) =>
    touched[index]?.some(speaks) ? [{ says: description, target, strength, evidence }] : [],
  )
}

function members(value: Json | undefined): [string, Json][] {
  return isJsonObject(value) ? Object.entries(value).filter(([name]) => !name.startsWith('x-')) : []
}

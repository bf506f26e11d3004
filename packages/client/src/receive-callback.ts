import { Buffer } from 'node:buffer'
import { type CallbackCredentials, type CallbackFault, type CallbackProfile, verifyCallback } from '@assay/signing'
import { callbackBody } from './callback-body.ts'
import type { CallbackDefinition } from './callback-definition.ts'
import { CallbackError } from './callback-error.ts'
import { type CallbackHeaders, headerLookup } from './callback-headers.ts'
import { type ExactJson, NumberText, parseExactJson } from './exact-json.ts'
import { pointerNames } from './pointer-names.ts'

/** A callback that is proved to be the provider's. */
export interface CallbackEvent {
  /** The name of a callback that is known, or `other`. */
  readonly callback: string
  /** A status that is known, or `other`. */
  readonly status: string
  readonly body: unknown
  /** The timestamp that the signature covers, as its header has it. How old it may be is the merchant's to judge. */
  readonly timestamp?: string
}

/**
 * Proves over the bytes received that a callback is the provider's, and reads it leniently: what is not known is kept and called `other`.
 * @throws CallbackError where it is not proved, or no JSON object; TypeError where the body was parsed already; Error where the credentials lack
 * something. None shows the key, the secret or the signature.
 */
export function receiveCallback<Event extends CallbackEvent>(
  provider: string,
  definitions: readonly [CallbackDefinition, ...CallbackDefinition[]],
  rawBody: Uint8Array | string,
  headers: CallbackHeaders,
  credentials: CallbackCredentials,
): Event {
  const body = bytesOf(rawBody)
  // All callbacks of a provider are signed alike: its contract is refused where they are not.
  const { signing } = definitions[0]
  const verification = verifyCallback(signing, { body, headers: headerLookup(headers), credentials })
  if (!verification.ok) {
    throw new CallbackError({ provider, reason: verification.fault, says: saysOf(verification.fault, signing) })
  }
  const value = objectOf(provider, body)
  const definition = definitions.find((candidate) => fits(candidate, value))
  const { timestamp } = verification
  const event: CallbackEvent = {
    callback: definition?.name ?? 'other',
    status: statusOf(definition, value),
    body: callbackBody(value, definition?.texts ?? []),
    ...(timestamp === undefined ? {} : { timestamp }),
  }
  return event as Event
}

function bytesOf(rawBody: unknown): Uint8Array {
  if (typeof rawBody === 'string') return Buffer.from(rawBody)
  if (rawBody instanceof Uint8Array) return rawBody
  throw new TypeError(
    'The signature is over the bytes of the body: give them as they were received, before anything parsed them.',
  )
}

function objectOf(provider: string, bytes: Uint8Array): { readonly [name: string]: ExactJson } {
  const refuse = (): CallbackError =>
    new CallbackError({ provider, reason: 'not-json', says: 'it is genuine, but its body is no JSON object' })
  let value: ExactJson
  try {
    value = parseExactJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Neither parser says anything about a body that a merchant could act on.
    throw refuse()
  }
  if (!isObject(value)) throw refuse()
  return value
}

function fits({ required, type }: CallbackDefinition, value: { readonly [name: string]: ExactJson }): boolean {
  if (type !== undefined && valueAt(value, type.at) !== type.value) return false
  return required.every((name) => Object.hasOwn(value, name))
}

function statusOf(definition: CallbackDefinition | undefined, value: ExactJson): string {
  const { at, known } = definition?.status ?? { at: '', known: [] }
  const status = valueAt(value, at)
  return typeof status === 'string' && known.includes(status) ? status : 'other'
}

function valueAt(value: ExactJson, pointer: string): ExactJson | undefined {
  let found: ExactJson | undefined = value
  for (const name of pointerNames(pointer)) {
    found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined
  }
  return found
}

function isObject(value: ExactJson | undefined): value is { readonly [name: string]: ExactJson } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberText)
}

function saysOf(fault: CallbackFault, { headers }: CallbackProfile): string {
  const header = (hole: string): string =>
    `the header ${headers.find(({ template }) => template.includes(`{${hole}}`))?.name}`
  switch (fault) {
    case 'missing-key':
      return `${header('key')} is missing`
    case 'missing-signature':
      return `${header('signature')} is missing`
    case 'missing-timestamp':
      return `${header('timestamp')} is missing`
    case 'malformed-header':
      return `${headers.map(({ name }) => name).join(' or ')} is not written as it should be`
    case 'unknown-key':
      return 'it carries the key of another account'
    case 'wrong-signature':
      return 'its signature is wrong for the bytes given: give them as they were received, and check the credentials'
  }
}

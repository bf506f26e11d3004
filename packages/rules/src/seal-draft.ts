import { type Operation, stringifyJson } from '@assay/contract'
import type { Credentials } from '@assay/signing'
import type { Draft } from './draft.ts'
import { signWithFault } from './sign-with-fault.ts'

/** A request ready to be sent: send exactly these bytes. */
export interface SealedRequest {
  readonly method: string
  /** All that follows the origin. */
  readonly pathAndQuery: string
  readonly headers: Record<string, string>
  readonly bytes: Uint8Array
}

export interface SealOptions {
  readonly credentials: Credentials
  /** Unix time in milliseconds. */
  readonly now: number
  /** The path of the base URL, without a slash at its end: it is part of what is signed. Default: none. */
  readonly basePath?: string
}

const utf8 = new TextEncoder()

/**
 * Serialises and signs a draft and applies its fault.
 * @throws Error when the operation is signed and no secret is given.
 */
export function sealDraft(draft: Draft, operation: Operation, options: SealOptions): SealedRequest {
  const text = draft.text ?? stringifyJson(draft.body)
  const signed = utf8.encode(text)
  const bytes = draft.fault === 'reserialised' ? utf8.encode(spelledOtherwise(text)) : signed
  const pathAndQuery = `${options.basePath ?? ''}${operation.path}`
  const contentType = draft.contentType === undefined ? operation.request?.contentType : draft.contentType
  const headers: Record<string, string> = contentType == null ? {} : { 'Content-Type': contentType }
  if (operation.signing !== undefined) {
    const { credentials, now } = options
    Object.assign(
      headers,
      signWithFault(operation.signing, { credentials, now, pathAndQuery, body: signed }, draft.fault),
    )
  }
  return { method: operation.method, pathAndQuery, headers, bytes }
}

/** The same JSON with a space more: at its beginning, where a serialiser has none. */
function spelledOtherwise(text: string): string {
  return text.startsWith('{') ? text.replace('{', '{ ') : ` ${text}`
}

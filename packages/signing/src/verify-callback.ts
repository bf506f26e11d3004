import { Buffer } from 'node:buffer'
import { verify as verifySignature } from 'node:crypto'
import type { CallbackCredentials } from './callback-credentials.ts'
import { callbackMessage } from './callback-message.ts'
import type { CallbackProfile, CallbackScheme } from './callback-profile.ts'
import { hmac } from './hmac.ts'
import { readHeaders } from './read-headers.ts'
import { rsaPublicKey } from './rsa-key.ts'
import { sameText } from './same-text.ts'

/** A callback as it was received, and what proves whose it is. */
export interface VerifyCallbackInput {
  /** The exact bytes received. */
  readonly body: Uint8Array
  /** Names are looked up without regard to case. */
  readonly headers: Pick<Headers, 'get'>
  readonly credentials: CallbackCredentials
}

/** What is wrong with the headers of a callback. Of several faults the one that stands first here is told. */
export type CallbackFault =
  | 'missing-key'
  | 'missing-signature'
  | 'missing-timestamp'
  | 'malformed-header'
  | 'unknown-key'
  | 'wrong-signature'

/** The outcome; `timestamp` is the text the callback carried, where the profile has one. Its age is the caller's to judge. */
export type CallbackVerification =
  | { readonly ok: true; readonly timestamp?: string }
  | { readonly ok: false; readonly fault: CallbackFault }

/**
 * Judges the headers of a callback against the bytes received, in a time that tells nothing about the key or the signature.
 * The outcome is data; an error, which shows no secret, is thrown only where the credentials lack what the profile needs.
 */
export function verifyCallback(profile: CallbackProfile, input: VerifyCallbackInput): CallbackVerification {
  const { headers, signature: scheme } = profile
  const { credentials, body } = input
  const needsKey = headers.some(({ template }) => template.includes('{key}'))
  checkCredentials(scheme, credentials, needsKey)
  const { values, missing, malformed } = readHeaders(profile, input.headers)
  for (const hole of ['key', 'signature', 'timestamp'] as const) {
    if (missing.includes(hole)) return refused(`missing-${hole}`)
  }
  if (malformed || values.signature === undefined) return refused('malformed-header')
  const { key, signature, timestamp } = values
  // Both are compared whatever the first says, so the time taken does not tell which of them is wrong.
  const keyIsKnown = !needsKey || sameText(key ?? '', credentials.key ?? '')
  const signatureIsRight = isRight(scheme, signature, callbackMessage(scheme, body, timestamp), credentials)
  if (!keyIsKnown) return refused('unknown-key')
  if (!signatureIsRight) return refused('wrong-signature')
  return timestamp === undefined ? { ok: true } : { ok: true, timestamp }
}

function isRight(
  scheme: CallbackScheme,
  signature: string,
  message: Uint8Array,
  { secret, publicKey }: CallbackCredentials,
): boolean {
  const { algorithm, encoding } = scheme
  if (algorithm !== 'RSA-SHA512') return sameText(signature, hmac(algorithm, encoding, secret ?? '', [message]))
  const bytes = Buffer.from(signature, encoding)
  // Decoders forgive stray characters and unused bits: another text for the same bytes is not the signature.
  if (bytes.toString(encoding) !== signature) return false
  return verifySignature('sha512', message, rsaPublicKey(publicKey ?? ''), bytes)
}

function checkCredentials(scheme: CallbackScheme, credentials: CallbackCredentials, needsKey: boolean): void {
  if (needsKey && !credentials.key)
    throw new Error('Callbacks carry the key and none is given: set the key of the account.')
  if (scheme.algorithm === 'RSA-SHA512') {
    if (!credentials.publicKey) {
      throw new Error("RSA-SHA512 needs the provider's public key and none is given: set publicKey.")
    }
    rsaPublicKey(credentials.publicKey)
  } else if (!credentials.secret) {
    throw new Error(`${scheme.algorithm} needs a secret and none is given: set the secret beside the key.`)
  }
}

function refused(fault: CallbackFault): CallbackVerification {
  return { ok: false, fault }
}

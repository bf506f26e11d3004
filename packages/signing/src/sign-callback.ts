import { sign as makeSignature } from 'node:crypto'
import { callbackMessage } from './callback-message.ts'
import type { CallbackProfile } from './callback-profile.ts'
import { headersOf } from './headers-of.ts'
import { hmac } from './hmac.ts'

/** What signs a callback: the provider's side of it. */
export interface CallbackSigner {
  /** The API key of the merchant's account; needed where the callback carries it. */
  readonly key?: string
  /** The merchant's secret; needed for an HMAC. */
  readonly secret?: string
  /** The provider's private key in PEM; needed for RSA. */
  readonly privateKey?: string
}

/** A callback to sign. */
export interface SignCallbackInput {
  /** The exact bytes that will be sent. */
  readonly body: Uint8Array
  readonly signer: CallbackSigner
  /** Fills `{timestamp}`; needed where the profile has one. */
  readonly timestamp?: string
}

/**
 * The headers that a provider sends with a callback, signed over exactly the bytes given: what a mock provider does.
 * Throws an error, which shows no secret, where the key, the secret or the timestamp is missing.
 */
export function signCallback(
  profile: CallbackProfile,
  { body, signer, timestamp }: SignCallbackInput,
): Record<string, string> {
  const { algorithm, encoding, message } = profile.signature
  if (message.includes('timestamp') && timestamp === undefined) {
    throw new Error('The signature covers a timestamp and none is given: give one.')
  }
  const bytes = callbackMessage(profile.signature, body, timestamp)
  const signature =
    algorithm === 'RSA-SHA512'
      ? makeSignature('sha512', bytes, needed(signer.privateKey, algorithm, 'private key')).toString(encoding)
      : hmac(algorithm, encoding, needed(signer.secret, algorithm, 'secret'), [bytes])
  const { key } = signer
  return headersOf(profile, {
    signature,
    ...(key === undefined ? {} : { key }),
    ...(timestamp === undefined ? {} : { timestamp }),
  })
}

function needed(value: string | undefined, algorithm: string, what: string): string {
  if (value) return value
  throw new Error(`${algorithm} needs a ${what} and none is given: set it.`)
}

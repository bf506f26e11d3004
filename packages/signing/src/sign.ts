import { headersOf } from './headers-of.ts'
import { type SignatureInput, signatureOf } from './signature-of.ts'
import type { SigningProfile } from './signing-profile.ts'

/** A request to sign. */
export interface SignInput extends Omit<SignatureInput, 'timestamp'> {
  /** The time of the request, in milliseconds since the Unix epoch. */
  readonly now: number
}

/**
 * The headers that authenticate a request, signed over exactly the bytes given: send those very bytes.
 * Throws an error, which shows no key and no secret, where the secret is missing, where the key is empty or cannot stand
 * in a header, and where `now` is no time.
 */
export function sign(profile: SigningProfile, input: SignInput): Record<string, string> {
  const { key } = input.credentials
  if (key === '') throw new Error('The key is empty: set the key of the account.')
  if (!profile.signature) return headersOf(profile, { key })
  const unit = profile.signature.timestamp
  if (!unit) return headersOf(profile, { key, signature: signatureOf(profile, input) })
  const timestamp = timestampAt(input.now, unit)
  return headersOf(profile, { key, signature: signatureOf(profile, { ...input, timestamp }), timestamp })
}

function timestampAt(now: number, unit: 'seconds' | 'milliseconds'): string {
  const time = Math.floor(unit === 'seconds' ? now / 1000 : now)
  if (!Number.isSafeInteger(time) || time < 0) {
    throw new Error(`The time ${now} is not in milliseconds since the Unix epoch: give one such as Date.now().`)
  }
  return String(time)
}

import { readHeaders } from './read-headers.ts'
import { sameText } from './same-text.ts'
import { type SignatureInput, signatureOf } from './signature-of.ts'
import type { SignatureScheme, SigningProfile } from './signing-profile.ts'

/** A request as it was received, and the credentials that it must prove. */
export interface VerifyInput extends Omit<SignatureInput, 'timestamp'> {
  /** Names are looked up without regard to case. */
  readonly headers: Pick<Headers, 'get'>
}

/** What a verifier forgives. */
export interface VerifyOptions {
  /** Takes hex digits in upper case too; without it only the lower-case form is a signature. */
  readonly acceptUpperCaseHex?: boolean
}

/** What is wrong with the headers of a request. Of several faults the one that stands first here is told. */
export type SigningFault = 'missing-key' | 'missing-signature' | 'malformed-header' | 'unknown-key' | 'wrong-signature'

/** The outcome; `timestamp` is the text the request carried, where the profile has one. Its age is the caller's to judge. */
export type Verification =
  | { readonly ok: true; readonly timestamp?: string }
  | { readonly ok: false; readonly fault: SigningFault }

/**
 * Judges the headers of a request against the bytes received, in a time that tells nothing about the key or the signature.
 * The outcome is data; an error, which shows no secret, is thrown only where the profile signs and no secret is given.
 */
export function verify(profile: SigningProfile, input: VerifyInput, options: VerifyOptions = {}): Verification {
  const { values, missing, malformed } = readHeaders(profile, input.headers)
  const { key, signature, timestamp } = values
  const scheme = profile.signature
  // A profile written by hand may lack a hole: what it cannot carry is missing too, so nothing passes unproved.
  if (missing.includes('key') || (key === undefined && !malformed)) return refused('missing-key')
  if (missing.includes('signature') || (scheme && signature === undefined && !malformed)) {
    return refused('missing-signature')
  }
  if (malformed || missing.includes('timestamp') || key === undefined) return refused('malformed-header')

  // Both are compared whatever the first says, so the time taken does not tell which of them is wrong.
  const keyIsKnown = sameText(key, input.credentials.key)
  const signed = timestamp === undefined ? input : { ...input, timestamp }
  const signatureIsRight = !scheme || sameText(asMade(signature ?? '', scheme, options), signatureOf(profile, signed))
  if (!keyIsKnown) return refused('unknown-key')
  if (!signatureIsRight) return refused('wrong-signature')
  return timestamp === undefined ? { ok: true } : { ok: true, timestamp }
}

function asMade(signature: string, { encoding }: SignatureScheme, { acceptUpperCaseHex }: VerifyOptions): string {
  return encoding === 'hex' && acceptUpperCaseHex ? signature.toLowerCase() : signature
}

function refused(fault: SigningFault): Verification {
  return { ok: false, fault }
}

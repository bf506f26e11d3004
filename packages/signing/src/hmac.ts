import { createHmac } from 'node:crypto'
import type { SignatureScheme } from './signing-profile.ts'

const digests = { 'HMAC-SHA256': 'sha256', 'HMAC-SHA512': 'sha512' } as const

/** The HMAC (RFC 2104) of the parts joined as bytes; text stands for its UTF-8 bytes. */
export function hmac(
  algorithm: SignatureScheme['algorithm'],
  encoding: SignatureScheme['encoding'],
  secret: string | Uint8Array,
  parts: readonly (string | Uint8Array)[],
): string {
  const made = createHmac(digests[algorithm], secret)
  for (const part of parts) made.update(part)
  return made.digest(encoding)
}

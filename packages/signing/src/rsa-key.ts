import { Buffer } from 'node:buffer'
import { createPublicKey, type KeyObject } from 'node:crypto'

const parsed = new Map<string, KeyObject>()

/**
 * An RSA public key from PEM or from the Base64 of its DER form (RFC 5280, SubjectPublicKeyInfo).
 * Throws an error, which does not show the key, where it is none.
 */
export function rsaPublicKey(text: string): KeyObject {
  const known = parsed.get(text)
  if (known) return known
  const key = readKey(text.trim())
  if (key?.asymmetricKeyType !== 'rsa') {
    throw new Error('The public key is no RSA key in PEM or Base64 DER: take it as the provider prints it.')
  }
  // A merchant has one key for an environment; the bound is for programs that make up many.
  if (parsed.size >= 16) parsed.clear()
  parsed.set(text, key)
  return key
}

function readKey(text: string): KeyObject | undefined {
  try {
    return text.includes('-----BEGIN')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
  } catch {
    // What OpenSSL says of it tells a merchant nothing; the caller says what is needed.
    return undefined
  }
}

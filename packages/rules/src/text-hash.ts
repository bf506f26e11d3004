import { createHash } from 'node:crypto'

/** A short name for a text, of characters that a URL may have: equal texts have equal names. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

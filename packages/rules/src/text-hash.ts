import { hash } from 'node:crypto'

/** A short name for a text, of characters that a URL may have: equal texts have equal names. */
export function textHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22)
}

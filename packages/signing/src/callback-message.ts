import { Buffer } from 'node:buffer'
import type { CallbackScheme } from './callback-profile.ts'

/** The bytes that a callback's signature covers. */
export function callbackMessage(scheme: CallbackScheme, body: Uint8Array, timestamp: string | undefined): Uint8Array {
  const parts = scheme.message.map((part) => (part === 'body' ? body : Buffer.from(timestamp ?? '')))
  const separator = Buffer.from(scheme.separator ?? '')
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])))
}

import type { Json } from '@assay/contract'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-([1-8])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * An id like the example: a UUID of the same version (RFC 9562, version 7 with its time in front), an integer above it, a URL with another last
 * part, or text of the same length. Without an example a UUID of version 4.
 * @param bytes At least 16, drawn for this id alone.
 * @param drawn How many ids were drawn before.
 * @param now Unix time in milliseconds.
 */
export function freshId(example: Json | undefined, bytes: Uint8Array, drawn: number, now: number): Json {
  if (typeof example === 'number') return Math.trunc(example) + drawn + 1
  if (typeof example !== 'string' || example === '') return uuid(bytes, '4')
  const version = UUID.exec(example)?.[1]
  if (/^https?:\/\//.test(example)) return example.slice(0, example.lastIndexOf('/') + 1) + freshText(bytes, 22)
  if (version === undefined) return freshText(bytes, example.length)
  return version === '7' ? uuid(withTime(bytes, now), version) : uuid(bytes, version)
}

/** Letters and digits, one a byte and as many as asked for. */
function freshText(bytes: Uint8Array, length: number): string {
  let text = ''
  for (let index = 0; index < length; index += 1) {
    const byte = (bytes[index % bytes.length] ?? 0) + Math.floor(index / bytes.length)
    text += ALPHABET.charAt(byte % ALPHABET.length)
  }
  return text
}

/** RFC 9562, sections 4.1 and 4.2: the digits of variant and version are fixed, the others come from the bytes. */
function uuid(bytes: Uint8Array, version: string): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('hex')
  const variant = (((bytes[8] ?? 0) % 4) + 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** RFC 9562, section 5.7: 48 bits of Unix time in milliseconds stand first. */
function withTime(bytes: Uint8Array, now: number): Uint8Array {
  const timed = Buffer.from(bytes)
  timed.writeUIntBE(now % 2 ** 48, 0, 6)
  return timed
}

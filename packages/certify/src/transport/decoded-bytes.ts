import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { MAXIMUM_BYTES } from './transport.ts'

/**
 * The bytes of a body without its content codings (RFC 9110, section 8.4).
 * @throws Error when the bytes are not what the header says, or become too many.
 */
export function decodedBytes(bytes: Uint8Array, contentEncoding: string | null): Uint8Array {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
  return codings.reverse().reduce(decoded, bytes)
}

function decoded(bytes: Uint8Array, coding: string): Uint8Array {
  const limit = { maxOutputLength: MAXIMUM_BYTES }
  if (bytes.length === 0) return bytes
  if (coding === 'gzip' || coding === 'x-gzip') return gunzipSync(bytes, limit)
  if (coding === 'deflate') return inflateSync(bytes, limit)
  if (coding === 'br') return brotliDecompressSync(bytes, limit)
  return bytes
}

import type { TransportReason } from './transport-error.ts'

/** What a failed `fetch` tells about where the request got to. */
export interface TransportFailure {
  readonly reason: TransportReason
  readonly sent: 'no' | 'maybe'
  readonly code?: string
  readonly says: string
}

/** Codes that come before a byte of the request is written: no name, no connection, no trust. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_SSL_WRONG_VERSION_NUMBER',
])

const BROKEN_OFF = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
])

const TIMED_OUT = new Set(['ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

/** Reads what a `fetch` threw. Only its codes are taken over: an error's text or its other members may hold the request with its headers. */
export function transportFailureOf(error: unknown): TransportFailure {
  const { code, connecting } = causeOf(error)
  const known = code === undefined ? {} : { code }
  const named = code === undefined ? '' : ` (${code})`
  if (connecting || (code !== undefined && BEFORE_SENDING.has(code))) {
    return { reason: 'unreachable', sent: 'no', ...known, says: `the provider cannot be reached${named}` }
  }
  if (code !== undefined && BROKEN_OFF.has(code)) {
    return { reason: 'broken-off', sent: 'maybe', ...known, says: `the connection broke off${named}` }
  }
  if (code !== undefined && TIMED_OUT.has(code)) {
    return { reason: 'timeout', sent: 'maybe', ...known, says: `no whole answer came in time${named}` }
  }
  return { reason: 'failed', sent: 'maybe', ...known, says: `no whole answer came${named}` }
}

/** The system's code, in the error or in what caused it, and whether it came while connecting. */
function causeOf(error: unknown, depth = 0): { readonly code?: string; readonly connecting: boolean } {
  if (typeof error !== 'object' || error === null || depth > 4) return { connecting: false }
  const { code, syscall, cause } = error as { code?: unknown; syscall?: unknown; cause?: unknown }
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code)) {
    return { code, connecting: syscall === 'connect' || syscall === 'getaddrinfo' }
  }
  return causeOf(cause, depth + 1)
}

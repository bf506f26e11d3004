import type { SealedRequest } from '@assay/rules'

/** A sealed request as the bytes of HTTP/1.1. */
export function wireBytes({ method, pathAndQuery, headers, bytes }: SealedRequest): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `${method} ${pathAndQuery} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}content-length: ${bytes.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes])
}

import { MAXIMUM_BYTES } from './transport.ts'
import type { TransportFault } from './transport-fault.ts'

/** A transport fault in a sentence. */
export function faultSays(
  fault: TransportFault,
  facts: { readonly timeoutMs: number; readonly code?: string; readonly proxy?: string },
): string {
  const told = [
    ...(facts.code === undefined ? [] : [facts.code]),
    ...(facts.proxy === undefined ? [] : [`through the proxy ${facts.proxy}`]),
  ]
  const code = told.length === 0 ? '' : ` (${told.join(', ')})`
  switch (fault) {
    case 'refused':
      return `The connection was refused${code}.`
    case 'dns':
      return `The host name could not be resolved${code}.`
    case 'tls':
      return `No TLS connection could be made${code}.`
    case 'proxy':
      return `The proxy did not let the connection through${code}.`
    case 'network':
      return `The network failed${code}.`
    case 'reset':
      return `The connection was closed before an answer came${code}.`
    case 'timeout':
      return `No complete answer came within ${facts.timeoutMs / 1000} s${facts.proxy === undefined ? '' : ` (through the proxy ${facts.proxy})`}.`
    case 'incomplete-body':
      return `The answer ended before its body was complete${code}.`
    case 'invalid-http':
      return `What came is not HTTP${code}.`
    case 'too-large':
      return `The answer exceeds ${MAXIMUM_BYTES} bytes and was cut.`
  }
}

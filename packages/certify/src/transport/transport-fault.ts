/**
 * Why no whole answer came. `refused`, `dns`, `tls`, `proxy` and `network`: there was no connection; `reset`: the connection broke before an answer;
 * `timeout`: the answer was not complete in time; `incomplete-body`: it ended too early; `invalid-http`: what came is not HTTP;
 * `too-large`: it was cut at the limit.
 */
export type TransportFault =
  | 'refused'
  | 'dns'
  | 'tls'
  | 'proxy'
  | 'network'
  | 'reset'
  | 'timeout'
  | 'incomplete-body'
  | 'invalid-http'
  | 'too-large'

const byCode: readonly (readonly [RegExp, TransportFault])[] = [
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ENOTFOUND|EAI_)/, 'dns'],
  [/^(ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_|EPROTO|HOSTNAME_MISMATCH)/, 'tls'],
  [/^PROXY_\d+$/, 'proxy'],
  [/^(HPE_|UND_ERR_HEADERS_OVERFLOW)/, 'invalid-http'],
  [/^UND_ERR_(RES_CONTENT_LENGTH_MISMATCH|RES_EXCEEDED)/, 'incomplete-body'],
  [/^(UND_ERR_(HEADERS_TIMEOUT|BODY_TIMEOUT|CONNECT_TIMEOUT)|ETIMEDOUT)$/, 'timeout'],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)$/, 'reset'],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/, 'network'],
]

/** The fault that an error of the network stack stands for, and its code; errors wrapped in others are looked into. */
export function transportFaultOf(error: unknown): { readonly fault: TransportFault; readonly code: string } {
  for (const code of codesOf(error)) {
    const known = byCode.find(([pattern]) => pattern.test(code))
    if (known !== undefined) return { fault: known[1], code }
  }
  return { fault: 'network', code: codesOf(error)[0] ?? (error instanceof Error ? error.name : 'unknown') }
}

function codesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 5) return []
  // What undici cannot parse has no code of its own.
  const parser = error.name === 'HTTPParserError' ? ['HPE_INVALID'] : []
  // Nor has what a proxy answers to CONNECT a code that tells it from a request that was given up.
  const refused = /Proxy response \((\d+)\) !== 200/.exec(error.message)
  const proxy = refused === null ? [] : [`PROXY_${refused[1]}`]
  const own = [...proxy, ...('code' in error && typeof error.code === 'string' ? [error.code] : parser)]
  const inner = error instanceof AggregateError ? error.errors.flatMap((one) => codesOf(one, depth + 1)) : []
  return [...own, ...codesOf(error.cause, depth + 1), ...inner]
}

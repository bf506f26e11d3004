import type { Dispatcher } from 'undici'
import type { Target } from '../target.ts'

/**
 * What requests to a target go out by: kept-alive HTTP/1.1 connections to its origin, or through a proxy (a tunnel for https, RFC 9110 section 9.3.6).
 * Certificates are checked against those that Node trusts, `NODE_EXTRA_CA_CERTS` among them.
 * @param connections how many at most
 */
export async function dispatcherFor(target: Target, connections: number, proxy?: string): Promise<Dispatcher> {
  // Loaded here, because a mock in the same process needs no network.
  const { Pool, ProxyAgent } = await import('undici')
  // The time limit is one timer over the whole exchange, so a slow drip ends as surely as silence.
  const limits = { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 2_000 }
  return proxy === undefined
    ? new Pool(target.origin, limits)
    : new ProxyAgent({ ...limits, uri: proxy, proxyTunnel: target.origin.startsWith('https:') })
}

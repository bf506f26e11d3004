import { once } from 'node:events'
import { receiveAnswer } from '@assay/rules'
import type { Dispatcher } from 'undici'
import type { Target } from '../target.ts'
import { decodedBytes } from './decoded-bytes.ts'
import { faultSays } from './fault-says.ts'

import { MAXIMUM_BYTES, type OutgoingRequest, type Reply, type Transport } from './transport.ts'
import { type TransportFault, transportFaultOf } from './transport-fault.ts'

/**
 * Sends over kept-alive HTTP/1.1 connections to the target's origin and nowhere else: no redirect is followed, nothing is sent twice.
 * @param connections how many at most
 */
export async function networkTransport(target: Target, connections: number): Promise<Transport> {
  // Loaded here, because a mock in the same process needs no network.
  const { Pool } = await import('undici')
  // The time limit is one timer over the whole exchange, so a slow drip ends as surely as silence.
  const pool = new Pool(target.origin, {
    connections,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 2_000,
  })
  return {
    send: (request, timeoutMs, signal) => exchange(pool, request, timeoutMs, signal),
    close: () => pool.destroy(),
  }
}

async function exchange(
  pool: Dispatcher,
  request: OutgoingRequest,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Reply> {
  const stop = new AbortController()
  // An answer that has come while this process was busy is read first: its own slowness is not the provider's.
  const timer = setTimeout(() => setImmediate(() => stop.abort()), timeoutMs)
  const interrupt = (): void => stop.abort()
  signal?.addEventListener('abort', interrupt, { once: true })
  if (signal?.aborted) stop.abort()
  const fault = (name: TransportFault, code?: string): Reply => ({
    kind: 'fault',
    fault: name,
    says: faultSays(name, code === undefined ? { timeoutMs } : { timeoutMs, code }),
  })
  let begun = false
  try {
    const answer = await pool.request({
      method: request.method as Dispatcher.HttpMethod,
      path: request.path,
      headers: { ...request.headers },
      body: request.bytes.length > 0 ? Buffer.from(request.bytes) : null,
      signal: stop.signal,
    })
    begun = true
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > MAXIMUM_BYTES) {
        answer.body.once('error', () => undefined)
        answer.body.destroy()
        await Promise.race([once(answer.body, 'close'), Promise.resolve()])
        return fault('too-large')
      }
      chunks.push(chunk)
    }
    const headers = headersOf(answer.headers)
    const bytes = decodedBytes(Buffer.concat(chunks), headers.get('content-encoding'))
    return { kind: 'answer', answer: receiveAnswer({ status: answer.statusCode, headers, bytes }) }
  } catch (error) {
    if (stop.signal.aborted) return fault('timeout')
    const { fault: name, code } = transportFaultOf(error)
    // What breaks after the head of an answer has come leaves its body incomplete.
    return fault(begun && name !== 'invalid-http' ? 'incomplete-body' : name, code)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', interrupt)
  }
}

function headersOf(received: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(received)) {
    for (const one of value === undefined ? [] : [value].flat()) headers.append(name, one)
  }
  return headers
}

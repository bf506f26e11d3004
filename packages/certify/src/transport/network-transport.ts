import { once } from 'node:events'
import { receiveAnswer } from '@assay/rules'
import type { Dispatcher } from 'undici'
import type { Target } from '../target.ts'
import { decodedBytes } from './decoded-bytes.ts'
import { dispatcherFor } from './dispatcher-for.ts'
import { faultSays } from './fault-says.ts'

import { MAXIMUM_BYTES, type OutgoingRequest, type Reply, type Transport } from './transport.ts'
import { type TransportFault, transportFaultOf } from './transport-fault.ts'

/**
 * Sends over kept-alive HTTP/1.1 connections to the target's origin and nowhere else: no redirect is followed, nothing is sent twice.
 * @param connections how many at most
 * @param proxy the HTTP proxy to go through
 */
export async function networkTransport(target: Target, connections: number, proxy?: string): Promise<Transport> {
  const dispatcher = await dispatcherFor(target, connections, proxy)
  const way: Way = { dispatcher, origin: target.origin, ...(proxy === undefined ? {} : { proxy: new URL(proxy).host }) }
  return {
    send: (request, timeoutMs, signal) => exchange(way, request, timeoutMs, signal),
    close: () => dispatcher.destroy(),
  }
}

/** How a target is reached. */
interface Way {
  readonly dispatcher: Dispatcher
  readonly origin: string
  /** Host and port of the proxy. */
  readonly proxy?: string
}

async function exchange(
  { dispatcher, origin, proxy }: Way,
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
    says: faultSays(name, {
      timeoutMs,
      ...(code === undefined ? {} : { code }),
      ...(proxy === undefined ? {} : { proxy }),
    }),
  })
  let begun = false
  try {
    const answer = await dispatcher.request({
      origin,
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

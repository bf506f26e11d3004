import { receiveAnswer } from '@assay/rules'
import type { Target } from '../target.ts'
import { faultSays } from './fault-says.ts'

import { MAXIMUM_BYTES, type Reply, type Transport } from './transport.ts'
import { transportFaultOf } from './transport-fault.ts'

/** Sends through a function with the face of fetch, such as a mock in the same process. */
export function functionTransport(target: Target, answer: (request: Request) => Promise<Response>): Transport {
  return {
    async send(request, timeoutMs, signal) {
      const outgoing = new Request(`${target.origin}${request.path}`, {
        method: request.method,
        headers: { ...request.headers },
        ...(request.bytes.length > 0 ? { body: Buffer.from(request.bytes) } : {}),
        redirect: 'manual',
      })
      return inTime(replyOf(answer, outgoing, timeoutMs), timeoutMs, signal)
    },
    close: () => Promise.resolve(),
  }
}

async function replyOf(
  answer: (request: Request) => Promise<Response>,
  request: Request,
  timeoutMs: number,
): Promise<Reply> {
  try {
    const response = await answer(request)
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (bytes.length > MAXIMUM_BYTES)
      return { kind: 'fault', fault: 'too-large', says: faultSays('too-large', { timeoutMs }) }
    return { kind: 'answer', answer: receiveAnswer({ status: response.status, headers: response.headers, bytes }) }
  } catch (error) {
    const { fault, code } = transportFaultOf(error)
    return { kind: 'fault', fault, says: faultSays(fault, { timeoutMs, code }) }
  }
}

function inTime(reply: Promise<Reply>, timeoutMs: number, signal?: AbortSignal): Promise<Reply> {
  return new Promise((resolve) => {
    const giveUp = (): void => resolve({ kind: 'fault', fault: 'timeout', says: faultSays('timeout', { timeoutMs }) })
    const timer = setTimeout(giveUp, timeoutMs)
    signal?.addEventListener('abort', giveUp, { once: true })
    reply.then((value) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', giveUp)
      resolve(value)
    })
  })
}

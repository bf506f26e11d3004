import { setTimeout as sleep } from 'node:timers/promises'
import type { Operation } from '@assay/contract'
import { type Draft, receiveRequest, type SealedRequest, sealDraft } from '@assay/rules'
import type { CertifyOptions } from '../certify-options.ts'
import { signaturesOf } from '../finding/signatures-of.ts'
import { limitsOf } from '../plan/within-budget.ts'
import type { Target } from '../target.ts'
import { functionTransport } from '../transport/function-transport.ts'
import { networkTransport } from '../transport/network-transport.ts'
import { pacer } from '../transport/pacer.ts'
import { retryAfter } from '../transport/retry-after.ts'
import type { Reply } from '../transport/transport.ts'
import type { Send, Sender, Try } from './send.ts'
import type { StartingLine } from './starting-line.ts'

/** Requests on their way at once. */
export const CONCURRENCY = 8

/** After so many hangs an answer gets a second only. */
const PATIENT_HANGS = 3

/** After so many requests in a row without an answer nothing more is sent. */
const HOPELESS = 24

/** How often a request is sent again when the provider asks to wait, the longest single wait, and the longest of a run, in milliseconds. */
const WAITS = { times: 3, single: 30_000, all: 120_000 }

/** Opens the way to the target. The signal ends what is under way. */
export async function openSender(options: CertifyOptions, target: Target, signal: AbortSignal): Promise<Sender> {
  const clock = options.clock ?? Date.now
  const transport = options.transport
    ? functionTransport(target, options.transport)
    : await networkTransport(target, CONCURRENCY, options.proxy)
  const pace = pacer({ ...limitsOf(options, target), signal })
  const patience = (options.timeoutSeconds ?? 5) * 1000
  let hangs = 0
  let silent = 0

  const exchange = async (sealed: SealedRequest): Promise<Reply> => {
    const timeout = hangs >= PATIENT_HANGS ? Math.min(1000, patience) : patience
    const request = { method: sealed.method, path: sealed.pathAndQuery, headers: sealed.headers, bytes: sealed.bytes }
    const reply = await transport.send(request, timeout, signal)
    const hung = reply.kind === 'fault' && reply.fault === 'timeout'
    if (hung) hangs += 1
    silent = reply.kind === 'fault' ? silent + 1 : 0
    return reply
  }

  const send = async (draft: Draft, operation: Operation, together?: StartingLine): Promise<Send> => {
    let broken: Reply | undefined
    const tries: Try[] = []
    for (let attempt = 0; ; attempt += 1) {
      const sentAt = clock()
      const sealed = sealDraft(draft, operation, {
        credentials: options.credentials,
        now: sentAt,
        basePath: target.basePath,
      })
      const signatures = signaturesOf(sealed, operation, options.credentials)
      const base = { draft, sealed, signatures, sentAt, tries }
      const hopeless = silent >= HOPELESS
      const goes = !hopeless && (await pace.turn())
      // Who may not go counts too, so that nobody waits in vain.
      if (attempt === 0) await together?.arrive()
      if (hopeless) return { ...base, kind: 'unsent', why: 'hopeless' }
      if (!goes) return { ...base, kind: 'unsent', why: signal.aborted ? 'ended' : 'budget' }
      const leftAt = clock()
      const reply = await exchange(sealed)
      tries.push({ sealed, signatures, sentAt: leftAt, endedAt: clock(), reply })
      if (signal.aborted && reply.kind === 'fault') return { ...base, kind: 'unsent', why: 'ended' }
      if (reply.kind === 'fault') {
        // A kept-alive connection may close just as a request leaves (RFC 9112, section 9.3.1): a broken connection is tried once more.
        if (broken === undefined && ['reset', 'network', 'refused'].includes(reply.fault)) {
          broken = reply
          await sleep(20)
          continue
        }
        return { ...base, kind: 'failed', fault: reply.fault, says: reply.says }
      }
      const healed = broken?.kind === 'fault' ? { healed: { fault: broken.fault, says: broken.says } } : {}
      const { answer } = reply
      if (answer.status === 429) {
        const wait = Math.min(retryAfter(answer.headers.get('retry-after'), clock()) ?? 1000, WAITS.single)
        if (attempt >= WAITS.times || pace.paused() + wait > WAITS.all) return { ...base, kind: 'unsent', why: 'busy' }
        pace.pause(wait)
        continue
      }
      const request = receiveRequest(sealed)
      return {
        ...base,
        kind: 'answered',
        exchange: { request, answer, sentAt, receivedAt: clock(), earlier: [] },
        ...healed,
      }
    }
  }

  return {
    send,
    requests: () => pace.used(),
    left: () => pace.left(),
    waited: () => pace.paused(),
    close: () => transport.close(),
  }
}

import { networkTransport, type Send, type Sender, signaturesOf, type Target } from '@assay/certify'
import { receiveRequest, sealDraft } from '@assay/rules'
import type { Credentials } from '@assay/signing'

/** Milliseconds until an answer of a mock counts as none. */
const PATIENCE = 5000

/** What sends to a mock on this machine. Unlike the sender of a certification it takes a 429 for an answer: a mock says so only where it is told to. */
export async function mockSender(
  target: Target,
  credentials: Credentials,
  clock: () => number,
  signal: AbortSignal,
): Promise<Sender> {
  const transport = await networkTransport(target, 1)
  let requests = 0
  return {
    async send(draft, operation): Promise<Send> {
      const sentAt = clock()
      const sealed = sealDraft(draft, operation, { credentials, now: sentAt, basePath: target.basePath })
      const base = { draft, sealed, signatures: signaturesOf(sealed, operation, credentials), sentAt }
      if (signal.aborted) return { ...base, kind: 'unsent', why: 'ended' }
      requests += 1
      const { method, pathAndQuery: path, headers, bytes } = sealed
      const reply = await transport.send({ method, path, headers, bytes }, PATIENCE)
      if (reply.kind === 'fault') return { ...base, kind: 'failed', fault: reply.fault, says: reply.says }
      const exchange = {
        request: receiveRequest(sealed),
        answer: reply.answer,
        sentAt,
        receivedAt: clock(),
        earlier: [],
      }
      return { ...base, kind: 'answered', exchange }
    },
    requests: () => requests,
    left: () => Number.POSITIVE_INFINITY,
    waited: () => 0,
    close: () => transport.close(),
  }
}

import type { Operation } from '@assay/contract'
import type { Draft, Exchange, SealedRequest } from '@assay/rules'
import type { Reply } from '../transport/transport.ts'
import type { TransportFault } from '../transport/transport-fault.ts'
import type { StartingLine } from './starting-line.ts'

/** One request on the wire and what came of it. */
export interface Try {
  readonly sealed: SealedRequest
  /** Signatures that must not be shown. */
  readonly signatures: readonly string[]
  /** Unix time in milliseconds, when it left and when its answer was complete or given up. */
  readonly sentAt: number
  readonly endedAt: number
  readonly reply: Reply
}

/** A request that left, or was to leave. */
interface SendBase {
  readonly draft: Draft
  readonly sealed: SealedRequest
  /** Signatures that must not be shown. */
  readonly signatures: readonly string[]
  /** Unix time in milliseconds. */
  readonly sentAt: number
  /** Every time it was on the wire: several where a connection broke or the provider asked to wait, none where it never left. */
  readonly tries: readonly Try[]
}

/** It was answered. `exchange.earlier` is empty: who judges fills it. */
export interface AnsweredSend extends SendBase {
  readonly kind: 'answered'
  readonly exchange: Exchange
  /** A connection that broke before, when the same request was sent: it went away by itself. */
  readonly healed?: { readonly fault: TransportFault; readonly says: string }
}

/** It got no whole answer. */
export interface FailedSend extends SendBase {
  readonly kind: 'failed'
  readonly fault: TransportFault
  readonly says: string
}

/** It never left, or the provider would not hear it. */
export interface UnsentSend extends SendBase {
  readonly kind: 'unsent'
  /** `budget`: none was left; `ended`: the run was over; `busy`: the provider kept asking to wait; `hopeless`: too many in a row got no answer. */
  readonly why: 'budget' | 'ended' | 'busy' | 'hopeless'
}

/** What came of sending a request. */
export type Send = AnsweredSend | FailedSend | UnsentSend

/** Sends drafts to the target, within the limits of the run. */
export interface Sender {
  /** Seals and sends a draft, with others at the same moment where they are to start together. Never rejects. */
  send(draft: Draft, operation: Operation, together?: StartingLine): Promise<Send>
  /** Requests that left. */
  requests(): number
  /** Requests that may still leave. */
  left(): number
  /** Milliseconds that the provider asked to wait. */
  waited(): number
  close(): Promise<void>
}

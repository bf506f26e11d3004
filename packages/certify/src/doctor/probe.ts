import { setTimeout as sleep } from 'node:timers/promises'
import { type ReceivedAnswer, type SealedRequest, sealDraft } from '@assay/rules'
import type { CertifyOptions } from '../certify-options.ts'
import { redactor } from '../finding/redactor.ts'
import { signaturesOf } from '../finding/signatures-of.ts'
import { type Standing, standingOf } from '../judge/standing.ts'
import { limitsOf } from '../plan/within-budget.ts'
import type { Target } from '../target.ts'
import { functionTransport } from '../transport/function-transport.ts'
import { networkTransport } from '../transport/network-transport.ts'
import { pacer } from '../transport/pacer.ts'
import { retryAfter } from '../transport/retry-after.ts'
import type { Reply } from '../transport/transport.ts'
import type { Harmless } from './harmless-draft.ts'

/** What came of asking. */
export type Heard =
  | {
      readonly kind: 'answer'
      readonly answer: ReceivedAnswer
      readonly standing: Standing
      readonly receivedAt: number
      /** The beginning of its body on one line, without credentials. */
      readonly text: string
      /** A header of it, in the same way; undefined where it has none. */
      header(name: string): string | undefined
    }
  | Extract<Reply, { readonly kind: 'fault' }>

/** A way in which a question differs from the right one. */
export interface Question {
  /** How it is written and what is wrong with its signature. */
  readonly draft?: Partial<Harmless['draft']>
  /** The headers that authenticate, instead of the right ones. */
  readonly headers?: Readonly<Record<string, string>>
  /** The path of the base URL, or the whole path, instead of the right one. */
  readonly basePath?: string
  readonly path?: string
}

/** Asks the target the doctor's harmless request, in the right way or another. */
export interface Probe {
  /** The request as it leaves when nothing is changed. */
  readonly sealed: SealedRequest
  readonly operation: Harmless['operation']
  ask(question?: Question): Promise<Heard>
  /** Requests that left. */
  requests(): number
  close(): Promise<void>
}

/** Longer texts are cut, in characters. */
const SHOWN = 120

/** Opens a probe; a connection that breaks, or an answer that does not come, is tried once more. */
export async function openProbe(
  { operation, draft }: Harmless,
  options: CertifyOptions,
  target: Target,
  signal: AbortSignal,
): Promise<Probe> {
  const clock = options.clock ?? Date.now
  const transport = options.transport
    ? functionTransport(target, options.transport)
    : await networkTransport(target, 1, options.proxy)
  const pace = pacer({ ...limitsOf(options, target), signal })
  const { redact } = redactor(options.credentials)
  const seal = ({ draft: changed, basePath = target.basePath }: Question): SealedRequest =>
    sealDraft({ ...draft, ...changed }, operation, { credentials: options.credentials, now: clock(), basePath })
  const ask = async (question: Question = {}): Promise<Heard> => {
    const sealed = seal(question)
    const authenticating = new Set((operation.signing?.headers ?? []).map(({ name }) => name))
    const kept = Object.entries(sealed.headers).filter(
      ([name]) => question.headers === undefined || !authenticating.has(name),
    )
    const headers = { ...Object.fromEntries(kept), ...question.headers }
    const path = question.path ?? sealed.pathAndQuery
    for (let attempt = 0; ; attempt += 1) {
      if (!(await pace.turn())) return { kind: 'fault', fault: 'network', says: 'The budget of requests was used up.' }
      const patience = (options.timeoutSeconds ?? 5) * 1000
      const reply = await transport.send(
        { method: sealed.method, path, headers, bytes: sealed.bytes },
        patience,
        signal,
      )
      if (reply.kind === 'fault') {
        if (attempt > 0 || signal.aborted || ['dns', 'tls', 'proxy'].includes(reply.fault)) return reply
        await sleep(100)
        continue
      }
      const { answer } = reply
      if (answer.status === 429 && attempt < 2) {
        pace.pause(Math.min(retryAfter(answer.headers.get('retry-after'), clock()) ?? 1000, 10_000))
        continue
      }
      const signatures = signaturesOf({ ...sealed, headers }, operation, options.credentials)
      const shown = (text: string): string => {
        const clean = redact(text, signatures)
          .replace(/[\p{Cc}\s]+/gu, ' ')
          .trim()
        return clean.length > SHOWN ? `${clean.slice(0, SHOWN)}…` : clean
      }
      return {
        kind: 'answer',
        answer,
        standing: standingOf(operation, answer),
        receivedAt: clock(),
        text: shown(Buffer.from(answer.bytes).toString('utf8')),
        header(name) {
          const value = answer.headers.get(name)
          return value === null ? undefined : shown(value)
        },
      }
    }
  }
  return { sealed: seal({}), operation, ask, requests: () => pace.used(), close: () => transport.close() }
}

/** Whether two answers say the same, whatever numbers and ids stand in them. */
export function sameAnswer(one: Heard, other: Heard): boolean {
  if (one.kind !== 'answer' || other.kind !== 'answer') return false
  const plain = (heard: typeof one): string =>
    heard.text.toLowerCase().replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|\d+/g, '#')
  return one.answer.status === other.answer.status && plain(one) === plain(other)
}

import type { Operation } from '@assay/contract'
import type { RecordedExchange, RecordedRequest, RecordedResponse } from '../recorded-exchange.ts'
import type { Send, Try } from '../run/send.ts'
import type { FindingContext } from './finding-of.ts'
import { shownRequestHeaders } from './shown-request-headers.ts'

/** A provider may answer with megabytes: a record keeps no more characters than this. */
const KEPT_CHARACTERS = 100_000

/** Every exchange that sends took, in the order they left, so that nothing in them shows a credential or a signature. */
export function recordedExchanges(
  operation: Operation,
  sends: readonly Send[],
  context: Pick<FindingContext, 'origin' | 'redactor'>,
): readonly RecordedExchange[] {
  return sends
    .flatMap((send) => send.tries.map((one) => ({ send, one })))
    .sort((left, right) => left.one.sentAt - right.one.sentAt)
    .map(({ send, one }) => recorded(operation, send, one, context))
}

function recorded(
  operation: Operation,
  { draft }: Send,
  { sealed, signatures, sentAt, endedAt, reply }: Try,
  { origin, redactor }: Pick<FindingContext, 'origin' | 'redactor'>,
): RecordedExchange {
  const clean = (text: string): string => redactor.redact(text, signatures)
  return {
    startedAt: new Date(sentAt).toISOString(),
    durationMs: Math.max(0, Math.round(endedAt - sentAt)),
    request: {
      method: sealed.method,
      url: `${origin}${sealed.pathAndQuery}`,
      headers: shownRequestHeaders(operation, draft, sealed.headers, clean),
      ...bodyOf(sealed.bytes, clean),
    },
    ...(reply.kind === 'answer' ? { response: responseOf(reply.answer, clean) } : { failure: clean(reply.says) }),
  }
}

/** Bytes that are no text are kept as Base64, unless there is something in them to strike out. */
function bodyOf(bytes: Uint8Array, clean: (text: string) => string): Pick<RecordedRequest, 'body' | 'bodyEncoding'> {
  const text = Buffer.from(bytes).toString('utf8')
  const shown = clean(text)
  if (shown !== text || Buffer.from(text, 'utf8').equals(bytes)) return { body: shown }
  return { body: Buffer.from(bytes).toString('base64'), bodyEncoding: 'base64' }
}

function responseOf(
  answer: { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array },
  clean: (text: string) => string,
): RecordedResponse {
  // Cut when it is clean: a secret that stood across the cut would leave its first half.
  const text = clean(Buffer.from(answer.bytes).toString('utf8'))
  const headers = [...answer.headers].map(([name, value]) => [
    name,
    name === 'set-cookie' ? cookieName(value) : clean(value),
  ])
  return {
    status: answer.status,
    headers: Object.fromEntries(headers),
    body: text.slice(0, KEPT_CHARACTERS),
    ...(text.length > KEPT_CHARACTERS ? { bodyBytes: answer.bytes.length } : {}),
  }
}

/** A session is a credential too: of a cookie the name alone is kept. */
function cookieName(value: string): string {
  return `${value.split('=')[0]}=<cookie>`
}

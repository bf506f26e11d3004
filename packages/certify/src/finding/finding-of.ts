import type { Case } from '../case.ts'
import type { Problem } from '../judge/problem.ts'
import type { Finding, FindingRequest, FindingResponse } from '../report/report.ts'
import type { Send } from '../run/send.ts'
import { curlOf } from './curl-of.ts'
import type { Redactor } from './redactor.ts'

/** Longer bodies are cut in a report. */
const SHOWN_CHARACTERS = 4_000

/** Headers of an answer that help to understand it. */
const shownHeaders = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'date',
  'retry-after',
  'location',
  'server',
  'x-request-id',
  'www-authenticate',
])

/** What a finding needs beside its problem. */
export interface FindingContext {
  readonly provider: string
  readonly origin: string
  readonly runId: string
  readonly redactor: Redactor
}

/** A finding as it stands in a report: nothing in it shows a credential or a signature. */
export function findingOf(one: Case, problem: Problem, sent: Send, context: FindingContext): Finding {
  const clean = (text: string): string => context.redactor.redact(text, sent.signatures)
  const { sealed, draft } = sent
  const authenticating = new Set((one.operation.signing?.headers ?? []).map(({ name }) => name.toLowerCase()))
  const headers = Object.entries(sealed.headers).map(([name, value]) => {
    // A wrong key is made from the right one, so it is not shown either.
    return [name, authenticating.has(name.toLowerCase()) ? templateOf(one, name) : clean(value)]
  })
  const request: FindingRequest = {
    method: sealed.method,
    url: `${context.origin}${sealed.pathAndQuery}`,
    headers: Object.fromEntries(headers),
    body: clean(shown(sealed.bytes)),
  }
  const response: FindingResponse | undefined =
    sent.kind === 'answered'
      ? {
          status: sent.exchange.answer.status,
          headers: Object.fromEntries(
            [...sent.exchange.answer.headers]
              .filter(([name]) => shownHeaders.has(name))
              .map(([name, value]) => [name, clean(value)]),
          ),
          body: clean(shown(sent.exchange.answer.bytes)),
        }
      : undefined
  const { provider, origin, runId } = context
  const curl = curlOf({
    provider,
    origin,
    runId,
    sealed,
    operation: one.operation,
    ...(draft.fault === undefined ? {} : { fault: draft.fault }),
    repeated: draft.repeated ?? false,
    ...(one.course?.kind === 'at-once' ? { atOnce: one.course.times } : {}),
  })
  return {
    case: one.id,
    says: clean(problem.says),
    expected: { ...problem.expected, says: clean(problem.expected.says) },
    observed: { ...problem.observed, says: clean(problem.observed.says) },
    request,
    ...(response === undefined ? {} : { response }),
    blame: problem.blame,
    evidence: problem.evidence,
    curl: clean(curl),
  }
}

/** A header that authenticates, as its template: what fills it is nobody's to see. */
function templateOf(one: Case, name: string): string {
  const header = one.operation.signing?.headers.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase())
  const said = (header?.template ?? '')
    .replaceAll('{key}', '<key>')
    .replaceAll('{signature}', '<signature>')
    .replaceAll('{timestamp}', '<timestamp>')
  return one.draft.fault === undefined ? said : `${said} (${one.draft.fault})`
}

function shown(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8')
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}… (${bytes.length} bytes)` : text
}

import { type Json, parseJson, stringifyJson } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { Case } from '../case.ts'
import type { Problem } from '../judge/problem.ts'
import { referencePointers } from '../plan/reference-pointers.ts'
import { recipeOf } from '../replay/replay-recipe.ts'
import type { Finding, FindingNearest, FindingRequest, FindingResponse } from '../report/report.ts'
import type { Send } from '../run/send.ts'
import { curlOf } from './curl-of.ts'
import { nearestAccepted } from './nearest-accepted.ts'
import type { Redactor } from './redactor.ts'
import { shownRequestHeaders } from './shown-request-headers.ts'

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
  /** Valid drafts that were accepted so far. */
  readonly accepted: readonly Draft[]
}

/**
 * A finding as it stands in a report: nothing in it shows a credential or a signature.
 * @param before requests that have to be sent first for the finding to show
 */
export function findingOf(
  one: Case,
  problem: Problem,
  sent: Send,
  context: FindingContext,
  before: readonly Send[] = [],
): Finding {
  const clean = (text: string): string => context.redactor.redact(text, sent.signatures)
  const { sealed, draft } = sent
  const request: FindingRequest = {
    method: sealed.method,
    url: `${context.origin}${sealed.pathAndQuery}`,
    headers: shownRequestHeaders(one.operation, draft, sealed.headers, clean),
    body: shown(sealed.bytes, clean),
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
          body: shown(sent.exchange.answer.bytes, clean),
        }
      : undefined
  const replay = recipeOf(one, sent, context)
  const { provider, origin, runId } = context
  const curl = curlOf({
    provider,
    origin,
    runId,
    sealed,
    operation: one.operation,
    ...(draft.fault === undefined ? {} : { fault: draft.fault }),
    repeated: draft.repeated === true && one.course === undefined,
    ...(one.course?.kind === 'at-once' ? { atOnce: one.course.times } : {}),
    before: before.map(({ sealed }) => sealed),
  })
  return {
    case: one.id,
    says: clean(problem.says),
    expected: { ...problem.expected, says: clean(problem.expected.says) },
    observed: { ...problem.observed, says: clean(problem.observed.says) },
    request,
    ...(response === undefined ? {} : { response }),
    ...nearestIn(one, sent, context, clean),
    blame: problem.blame,
    evidence: problem.evidence,
    ...(replay === undefined ? {} : { replay }),
    curl: clean(curl),
  }
}

/** The nearest accepted payload, where a payload is what matters. */
function nearestIn(
  { operation }: Case,
  { draft }: Send,
  { accepted }: FindingContext,
  clean: (text: string) => string,
): { readonly nearest?: FindingNearest } {
  const nearest = nearestAccepted(draft, accepted, referencePointers(operation))
  if (nearest === undefined) return {}
  const value = (found: Json): Json => parseJson(clean(stringifyJson(found)))
  const differs = nearest.differences.map(({ at, accepted: plain, sent }) => ({
    at,
    ...(plain === undefined ? {} : { accepted: value(plain) }),
    ...(sent === undefined ? {} : { sent: value(sent) }),
  }))
  return { nearest: { body: clean(stringifyJson(nearest.draft.body)), differs } }
}

/** Cut when it is clean: a secret that stood across the cut would leave its first half. */
function shown(bytes: Uint8Array, clean: (text: string) => string): string {
  const text = clean(Buffer.from(bytes).toString('utf8'))
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}… (${bytes.length} bytes)` : text
}

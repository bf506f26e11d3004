import { gzipSync } from 'node:zlib'
import type { AuthenticationFault } from '@assay/rules'
import type { Case, Course, Expectation } from '../case.ts'
import type { FindingContext } from '../finding/finding-of.ts'
import type { Send } from '../run/send.ts'

/** What is needed to send a case's request again, signed anew, and to judge what comes. No credential and no signature stands in it. */
export interface ReplayRecipe {
  /** The id of the operation. */
  readonly operation: string
  /** Stands in the references of the body: a replay draws another of the same length, so that it asks for something new. */
  readonly runId: string
  /** ISO 8601, UTC: points in time in the body move along with the clock. */
  readonly sentAt: string
  readonly way: string
  readonly expectation: Expectation
  readonly rule?: string
  readonly hygiene?: string
  readonly course?: Course
  readonly learned?: true
  /** The exact bytes as text, or packed (gzip, Base64) where `bodyEncoding` says so. */
  readonly body: string
  readonly bodyEncoding?: 'gzip'
  /** The Content-Type header that was sent instead of the operation's; null where none was. */
  readonly contentType?: string | null
  /** What was wrong with key or signature. */
  readonly fault?: AuthenticationFault
  /** The same request was sent and accepted first. */
  readonly repeated?: true
}

/** A body of more bytes than this is packed. */
const PLAIN_BYTES = 2_000

/** The recipe of a request that was sent for a case; undefined where a credential stands in its body. */
export function recipeOf(
  one: Case,
  { sealed, draft, signatures, sentAt }: Send,
  { runId, redactor }: Pick<FindingContext, 'runId' | 'redactor'>,
): ReplayRecipe | undefined {
  const text = Buffer.from(sealed.bytes).toString('utf8')
  if (redactor.redact(text, signatures) !== text) return undefined
  const plain = sealed.bytes.length <= PLAIN_BYTES && Buffer.from(text, 'utf8').equals(sealed.bytes)
  return {
    operation: one.operation.id,
    runId,
    sentAt: new Date(sentAt).toISOString(),
    way: one.way,
    expectation: one.expectation,
    ...(one.rule === undefined ? {} : { rule: one.rule.id }),
    ...(one.hygiene === undefined ? {} : { hygiene: one.hygiene }),
    ...(one.course === undefined ? {} : { course: one.course }),
    ...(one.learned === undefined ? {} : { learned: one.learned }),
    ...(plain ? { body: text } : { body: gzipSync(sealed.bytes).toString('base64'), bodyEncoding: 'gzip' as const }),
    ...(draft.contentType === undefined ? {} : { contentType: draft.contentType }),
    ...(draft.fault === undefined ? {} : { fault: draft.fault }),
    ...(draft.repeated === undefined ? {} : { repeated: draft.repeated }),
  }
}

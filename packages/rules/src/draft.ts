import type { Json } from '@assay/contract'
import type { Arbitrary } from 'fast-check'

/** A request body before it is serialised and signed, and how the sending is to go wrong, where that is the point. */
export interface Draft {
  readonly body: Json
  /** Sent as it stands instead of the serialised body. */
  readonly text?: string
  /** The Content-Type header; null sends none. Absent: the operation's own. */
  readonly contentType?: string | null
  /** A fault in key or signature. */
  readonly fault?: AuthenticationFault
  /** The same request is sent and accepted first; this draft is the second sending. */
  readonly repeated?: true
}

/**
 * What is wrong with key or signature:
 * - `missing-key`, `missing-signature`: the header (or its part) is left out; `empty-key`, `empty-signature`: it is there, with nothing in it;
 * - `unknown-key`: another key, `half-key`: the first half of it, `longer-key`: it and a character more, each rightly signed;
 *   `other-case-key`: its letters in the other case, which no page speaks of;
 * - `wrong-secret`: signed with another secret; `other-body`, `empty-body`, `trailing-newline`: a signature of other bytes;
 * - `reserialised`: the body in another spelling than the one that was signed;
 * - `first-digit`, `middle-digit`, `last-digit`: one hex digit changed; `half`: the first half only;
 * - `without-path`: the path left out of what is signed; `malformed-header`: a header that breaks the documented grammar;
 * - `upper-case`: the right signature in upper-case hex; `other-timestamp-unit`, `old-timestamp`: rightly signed, with the timestamp in seconds where it is
 *   documented in milliseconds or the other way round, or of the day before. No page tells what becomes of these three.
 */
export type AuthenticationFault = (typeof authenticationFaults)[number]

/** Every fault in key or signature. */
export const authenticationFaults = [
  'missing-key',
  'empty-key',
  'unknown-key',
  'half-key',
  'longer-key',
  'other-case-key',
  'missing-signature',
  'empty-signature',
  'wrong-secret',
  'other-body',
  'empty-body',
  'trailing-newline',
  'reserialised',
  'first-digit',
  'middle-digit',
  'last-digit',
  'half',
  'without-path',
  'malformed-header',
  'upper-case',
  'other-timestamp-unit',
  'old-timestamp',
] as const

/** A draft that breaks a rule, or stands at its edge, in one named way. */
export interface Way {
  /** What the way does, for a report: `256 characters at /description (at most 255)`. */
  readonly way: string
  readonly drafts: Arbitrary<Draft>
}

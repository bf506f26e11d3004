import type { SigningProfile } from '@assay/signing'

/** What a generated client knows of one documented endpoint. */
export interface OperationDefinition {
  /** The name of the client's function. */
  readonly name: string
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE'
  /** Appended to the base URL; `{name}` holds a path parameter. */
  readonly path: string
  /** The documented server, unless none is. */
  readonly server?: string
  readonly signing?: SigningProfile
  /** Media type of the request body; absent where the operation takes none. */
  readonly contentType?: string
  /** Whether a success has a body. */
  readonly answers: boolean
  /** Documented statuses of success: `200`, or a range such as `2XX`. */
  readonly success: readonly string[]
  /** Other documented statuses, or `default`. */
  readonly failure: readonly string[]
  /** The documented examples of error answers. */
  readonly errors: readonly ErrorDefinition[]
}

/** A documented example of an error answer. */
export interface ErrorDefinition {
  readonly name: string
  readonly status: string
  /** The example's body; holes such as `<amount>` or `{minutes/days}` in its texts stand for any text. */
  readonly body: unknown
}

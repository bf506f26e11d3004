import type { Contract } from '@assay/contract'
import type { CallbackCredentials, Credentials } from '@assay/signing'
import type { ControlSettings } from './control-settings.ts'
import type { CallbackWish, SignedCallback } from './mock-callbacks.ts'
import type { PlainAnswer, PlainRequest } from './plain-request.ts'

/** How a mock is to differ from what the contract alone makes of it. */
export interface MockOptions {
  /** What requests must prove; {@link mockCredentials} where absent. */
  readonly credentials?: Credentials
  /** Gives Unix time in milliseconds; the system's clock where absent. */
  readonly now?: () => number
  /** Ids of rules that are switched off: a request rule is not enforced, an answer rule is broken in each answer. */
  readonly off?: readonly string[]
  /** The same seed gives the same ids in the same order; 1 where absent. */
  readonly seed?: number
  /** The path that operations stand under, instead of the path of their server's URL: `/api/v2`. */
  readonly base?: string
}

/** A provider that does what its contract says. */
export interface Mock {
  readonly contract: Contract
  readonly credentials: Credentials
  /** The path of the base URL: `/api/payments/v1`, or empty. */
  readonly base: string
  readonly control: MockControl
  /** Answers a request to any origin whose path stands under the base. Never rejects. */
  fetch(request: Request): Promise<Response>
  /** Answers at once, without a promise, so that of simultaneous duplicates one alone is accepted. */
  answer(request: PlainRequest): PlainAnswer
}

/** What a test, or a Pact provider state, may ask of a mock's account. */
export interface MockControl {
  /**
   * Sets the members given; the others stay.
   * @throws Error that names the nearest one, for a state or a currency that the contract does not know.
   */
  set(settings: ControlSettings): void
  /** As at the start: nothing created, nothing set. */
  reset(): void
  settings(): ControlSettings
  /** What was created since the start or the last reset: the latest 1000. */
  created(): readonly Created[]
  /**
   * The callback that tells what became of a payment that was created, signed over its bytes: what a merchant's handler must take.
   * @param payment Its reference or its id.
   * @throws Error where no such payment is known, or no such callback, or not how it is signed.
   */
  callbackOf(payment: string, wish?: CallbackWish): SignedCallback
  /** What a merchant verifies those callbacks with. */
  callbackCredentials(): CallbackCredentials
}

/** Something that a mock created. */
export interface Created {
  readonly operation: string
  /** The merchant's own reference, where the request has one. */
  readonly reference?: string
  /** The id in the answer, where the contract tells its place. */
  readonly id?: string
}

import type { CallbackProfile } from '@assay/signing'
import type { Correction, Page } from './contract.ts'
import type { JsonSchema } from './json-schema.ts'
import type { NamedExample } from './operation.ts'

/**
 * A request that the provider sends to the merchant (OpenAPI 3.1, Callback Object), as far as it is known from outside the pages that were read:
 * nothing of it is documented there, so nothing of it is judged.
 */
export interface Callback {
  /** Its name under `callbacks`. */
  readonly name: string
  /** The id of the operation that it tells the outcome of. */
  readonly operation: string
  readonly summary?: string
  /** How it is signed; absent where nobody knows. */
  readonly signing?: CallbackProfile
  readonly contentType: string
  readonly schema: JsonSchema
  readonly examples: readonly NamedExample[]
  /** The member that tells this callback from others to the same place, and its value here. */
  readonly type?: { readonly at: string; readonly value: string }
  /** The member that tells what became of the payment, and the values that are known. There may be others. */
  readonly status?: { readonly at: string; readonly known: readonly string[] }
  /** Members of the body that repeat what was sent or answered when the payment was created. */
  readonly takes: readonly CallbackSource[]
  /** What is known, how surely, and from where. */
  readonly statements: readonly Correction[]
  /** The pages that the statements name beside those of the contract. */
  readonly pages: readonly Page[]
}

/** Where a member of a callback's body comes from: all three are JSON Pointers, one of the last two is given. */
export interface CallbackSource {
  readonly at: string
  /** Into the body of the request that created the payment. */
  readonly request?: string
  /** Into the body of its answer. */
  readonly answer?: string
}

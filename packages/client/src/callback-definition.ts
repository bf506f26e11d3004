import type { CallbackProfile } from '@assay/signing'

/** What a generated client knows of a request that its provider sends to the merchant. Pointers are JSON Pointers into its body. */
export interface CallbackDefinition {
  readonly name: string
  readonly signing: CallbackProfile
  /** Members without which it is another callback. */
  readonly required: readonly string[]
  /** The member that tells it from others, and its value. */
  readonly type?: { readonly at: string; readonly value: string }
  /** The member that tells what became of the payment, and the values that are known. */
  readonly status?: { readonly at: string; readonly known: readonly string[] }
  /** Members that may come as a string or as a number, and are given as a string; `*` stands for every item of a list. */
  readonly texts: readonly string[]
}

import type { Callback, Contract, Operation } from '@assay/contract'
import type { CallbackProfile } from '@assay/signing'

/** One callback that a merchant's handler must take: with a status that is known, or with one that nobody knows. */
export interface CallbackCase {
  /** What it is called in the pact; no two of a pact are called the same. */
  readonly description: string
  readonly callback: Callback
  /** The operation whose outcome it tells. */
  readonly operation: Operation
  readonly signing: CallbackProfile
  /** Absent where the callback has no status. */
  readonly status?: string
  /** What the handler is to call that status. */
  readonly known: string
}

/** A status that no provider has: a handler must bear what nobody knows. */
const STRANGE = 'a-status-of-tomorrow'

/** The callbacks of a contract whose signature is known, with each status. */
export function callbackCases(contract: Contract): readonly CallbackCase[] {
  return contract.callbacks.flatMap((callback) => {
    const { signing, status, name } = callback
    const operation = contract.operations.find(({ id }) => id === callback.operation)
    if (signing === undefined || operation === undefined) return []
    const plain = { description: `the callback ${name}`, callback, operation, signing, known: 'other' }
    if (status === undefined) return [plain]
    const known = status.known.map((one) => {
      return { ...plain, description: `${plain.description} with the status ${one}`, status: one, known: one }
    })
    return [
      ...known,
      { ...plain, description: `${plain.description} with a status that nobody knows`, status: STRANGE },
    ]
  })
}

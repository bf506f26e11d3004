import { Buffer } from 'node:buffer'
import { generateKeyPairSync } from 'node:crypto'
import {
  type Callback,
  type Contract,
  isJsonObject,
  type Json,
  type Operation,
  stringifyJson,
  valueAt,
  withoutValueAt,
  withValueAt,
} from '@assay/contract'
import type { AnswerDraft, ReceivedRequest } from '@assay/rules'
import { type CallbackCredentials, type CallbackSigner, type Credentials, signCallback } from '@assay/signing'

/** Which callback of a payment is wanted, where the first one that is known, as its example has it, will not do. */
export interface CallbackWish {
  /** The name of the callback. */
  readonly name?: string | undefined
  /** What became of the payment; any text, for a handler must bear what nobody knows. */
  readonly status?: string | undefined
}

/** A callback as a provider sends it. */
export interface SignedCallback {
  readonly name: string
  readonly headers: { readonly [name: string]: string }
  /** The exact bytes that the signature covers. */
  readonly body: Uint8Array
}

/** What the callbacks of an operation repeat of the payment they tell of, in the order of the contract: for each callback a value a place that it takes. */
export type CallbackValues = readonly (readonly (Json | undefined)[])[]

/** Makes the callbacks of a contract. */
export interface CallbackMaker {
  /** What a merchant verifies them with. */
  readonly credentials: () => CallbackCredentials
  /** Takes what the callbacks of an operation repeat out of a request and its answer. */
  readonly valuesOf: (operation: Operation) => (request: ReceivedRequest, draft: AnswerDraft) => CallbackValues
  /** @throws Error where the contract knows no such callback, or not how it is signed. */
  readonly make: (operation: string, values: CallbackValues, wish: CallbackWish) => SignedCallback
}

/** A maker that signs as the account's provider does; where RSA is asked for, with a key pair of its own. */
export function createCallbackMaker(
  contract: Contract,
  { key, secret }: Credentials,
  now: () => number,
): CallbackMaker {
  const shared = secret === undefined ? { key } : { key, secret }
  let pair: { readonly publicKey: string; readonly privateKey: string } | undefined
  const keys = (): { readonly publicKey: string; readonly privateKey: string } => {
    // Made when first asked for: most mocks never send a callback, and a key pair takes a while.
    pair ??= generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    return pair
  }
  const usesRsa = contract.callbacks.some(({ signing }) => signing?.signature.algorithm === 'RSA-SHA512')
  const signer = (): CallbackSigner => (usesRsa ? { ...shared, privateKey: keys().privateKey } : shared)
  return {
    credentials: () => (usesRsa ? { ...shared, publicKey: keys().publicKey } : shared),
    valuesOf(operation) {
      const callbacks = callbacksOf(contract, operation.id)
      return (request, draft) =>
        callbacks.map(({ takes }) =>
          takes.map(({ request: sent, answer }) =>
            sent === undefined ? valueAt(draft.body, answer ?? '') : valueAt(request.body, sent),
          ),
        )
    },
    make: (operation, values, wish) => {
      const known = callbacksOf(contract, operation)
      const callback = callbackFor(contract, known, wish.name ?? known[0]?.name ?? operation)
      const { signing, name } = callback
      if (signing === undefined) throw new Error(`How ${contract.provider} signs the callback "${name}" is not known.`)
      const body = Buffer.from(stringifyJson(bodyOf(callback, values[known.indexOf(callback)] ?? [], wish.status)))
      const timed = signing.signature.message.includes('timestamp') ? { timestamp: String(now()) } : {}
      return { name, headers: signCallback(signing, { body, signer: signer(), ...timed }), body }
    },
  }
}

function callbacksOf(contract: Contract, operation: string): readonly Callback[] {
  return contract.callbacks.filter((callback) => callback.operation === operation)
}

function callbackFor(contract: Contract, known: readonly Callback[], name: string): Callback {
  const found = known.find((callback) => callback.name === name)
  if (found) return found
  const names = known.map((callback) => callback.name).join(', ') || 'none'
  throw new Error(`The contract of ${contract.provider} knows no callback "${name}": it knows ${names}.`)
}

/** The example of the callback, with what it repeats of this payment. */
function bodyOf(callback: Callback, values: readonly (Json | undefined)[], status: string | undefined): Json {
  const example: Json = callback.examples[0]?.value ?? {}
  const body = callback.takes.reduce<Json>(
    (made, { at }, index) => {
      const value = values[index]
      return value === undefined || value === null ? withoutValueAt(made, at) : withValueAt(made, at, value)
    },
    isJsonObject(example) ? example : {},
  )
  return status === undefined || callback.status === undefined ? body : withValueAt(body, callback.status.at, status)
}

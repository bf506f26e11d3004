import { deepStrictEqual } from 'node:assert/strict'
import { existsSync } from 'node:fs'
import type { Contract } from '@assay/contract'
import { createMock, type Mock, type SignedCallback } from '@assay/mock'
import { validDrafts } from '@assay/payloads'
import { accountOf, sealDraft } from '@assay/rules'
import { verifyCallback } from '@assay/signing'
import fc from 'fast-check'
import { PactError } from '../pact-error.ts'
import { runVerifier } from '../verification/run-verifier.ts'
import { type CallbackCase, callbackCases } from './callback-cases.ts'
import { callbackPactFile } from './callback-pact-file.ts'

/** Messages are given to the verifier: it asks no provider. */
const NOWHERE = 'http://127.0.0.1:9'
const TIMEOUT = 5000

/** When the payments are created: a pact that says the same is verified in the same way on any day. */
const CREATED_AT = Date.UTC(2030, 0, 1)

/**
 * Verifies the pact of a callback handler against the contract's mock: a payment is created in it, and each callback of it that the mock sends has the form that
 * the pact asks for, and a signature that holds over its bytes.
 * @param folder where {@link callbackSuite} wrote the pact
 * @throws PactError where there is no pact, the mock cannot create a payment, or a callback is not as the pact says
 */
export async function verifyCallbacks(contract: Contract, folder: string): Promise<void> {
  const file = callbackPactFile(contract.provider, folder)
  if (!existsSync(file)) throw new PactError(`There is no pact ${file}: run the consumer suite first.`)
  await verifyCallbackPact(contract, file)
}

/**
 * The same for a pact file of any place.
 * @throws PactError where the mock cannot create a payment, or a callback is not as the pact says
 */
export async function verifyCallbackPact(contract: Contract, file: string): Promise<void> {
  const mock = createMock(contract, { now: () => CREATED_AT })
  const payments = createPayments(mock)
  const callbacks = new Map(
    callbackCases(contract).map((one) => [one.description, callbackOf(mock, payments.get(one.operation.id), one)]),
  )
  const results = await runVerifier({
    ...{ provider: contract.provider, file, stage: NOWHERE, states: [], timeout: TIMEOUT },
    messages: Object.fromEntries(
      [...callbacks].map(([description, { headers, body }]) => [
        description,
        { metadata: headers, text: new TextDecoder().decode(body) },
      ]),
    ),
  })
  const faults = results.filter(({ ok }) => !ok)
  if (results.length > 0 && faults.length === 0) return
  const told = faults.map(({ description, mismatches }) => {
    return `${description}: ${mismatches.map(({ path, mismatch }) => `${path ?? ''} ${mismatch}`.trim()).join(', ')}`
  })
  const says = told.join('; ') || 'it has no message'
  throw new PactError(`The callbacks of ${contract.provider} are not as the pact says: ${says}.`)
}

/** The callback of a payment just created, after its signature was checked as a merchant would. */
function callbackOf(
  mock: Mock,
  payment: string | undefined,
  { callback, signing, status }: CallbackCase,
): SignedCallback {
  if (payment === undefined) throw new PactError(`The mock of ${mock.contract.provider} created no payment to tell of.`)
  const signed = mock.control.callbackOf(payment, { name: callback.name, status })
  const { headers, body } = signed
  const received = { headers: new Headers(headers), body, credentials: mock.control.callbackCredentials() }
  deepStrictEqual(verifyCallback(signing, received).ok, true, 'The mock signs otherwise than its contract says.')
  return signed
}

/** Creates a payment with each operation: by operation, what the mock knows it by. */
function createPayments(mock: Mock): ReadonlyMap<string, string> {
  const { credentials, base, contract } = mock
  const account = accountOf(contract, { credentials, now: () => CREATED_AT })
  for (const operation of contract.operations) {
    const [draft] = fc.sample(validDrafts(operation, { account, accountKnown: true, pins: new Map() }), {
      numRuns: 1,
      seed: 1,
    })
    if (draft === undefined) continue
    const sealed = sealDraft(draft, operation, { credentials, now: CREATED_AT, basePath: base })
    const { method, pathAndQuery, bytes } = sealed
    mock.answer({ method, target: pathAndQuery, headers: new Headers(sealed.headers), bytes })
  }
  return new Map(
    mock.control.created().map(({ operation, reference, id }): [string, string] => [operation, reference ?? id ?? '']),
  )
}

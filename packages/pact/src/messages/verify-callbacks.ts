import { deepStrictEqual } from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { documentedCases } from '@assay/certify'
import type { Contract } from '@assay/contract'
import { createMock, type Mock, mockCredentials, type SignedCallback } from '@assay/mock'
import { sealDraft } from '@assay/rules'
import { verifyCallback } from '@assay/signing'
import { PactError } from '../pact-error.ts'
import { pactLibrary } from '../pact-library.ts'
import { type CallbackCase, callbackCases } from './callback-cases.ts'
import { callbackPactFile } from './callback-pact-file.ts'
import { serveMessages } from './serve-messages.ts'

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
  const mock = createMock(contract, { now: () => CREATED_AT })
  const payments = createPayments(mock)
  const callbacks = new Map(
    callbackCases(contract).map((one) => [one.description, callbackOf(mock, payments.get(one.operation.id), one)]),
  )
  const server = await serveMessages((description) => {
    const found = callbacks.get(description)
    if (found === undefined)
      throw new PactError(`The contract knows no message "${description}": record the pact anew.`)
    return found
  })
  try {
    const { Verifier } = await pactLibrary()
    await new Verifier({
      provider: contract.provider,
      providerBaseUrl: `http://127.0.0.1:${server.port}`,
      proxyHost: '127.0.0.1',
      pactUrls: [file],
      logLevel: 'error',
    }).verifyProvider()
  } catch (error) {
    throw new PactError(`The callbacks of ${contract.provider} are not as the pact says: ${told(error)}`)
  } finally {
    await server.close()
  }
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

/** Creates a payment with each operation, as the contract's first form of a success has it: by operation, what the mock knows it by. */
function createPayments(mock: Mock): ReadonlyMap<string, string> {
  const { credentials, base, contract } = mock
  const cases = documentedCases(contract, { credentials: mockCredentials, now: CREATED_AT, runId: 'callbacks' })
  for (const operation of contract.operations) {
    const accepted = cases.find((one) => one.operation.id === operation.id && one.rule === undefined)
    if (accepted === undefined) continue
    const sealed = sealDraft(accepted.draft, operation, { credentials, now: CREATED_AT, basePath: base })
    const { method, pathAndQuery, bytes } = sealed
    mock.answer({ method, target: pathAndQuery, headers: new Headers(sealed.headers), bytes })
  }
  return new Map(
    mock.control.created().map(({ operation, reference, id }): [string, string] => [operation, reference ?? id ?? '']),
  )
}

function told(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

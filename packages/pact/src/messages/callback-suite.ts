import { deepStrictEqual, throws } from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import type { Contract } from '@assay/contract'
import { type CallbackCredentials, type CallbackSigner, signCallback } from '@assay/signing'
import type { ConsumerTest } from '../consumer/consumer-test.ts'
import { exampleCredentials } from '../consumer/example-credentials.ts'
import { pactLibrary } from '../pact-library.ts'
import { type CallbackCase, callbackCases } from './callback-cases.ts'
import { callbackPactFile, callbackParticipants } from './callback-pact-file.ts'
import { callbackBody, callbackHeaders } from './callback-template.ts'

/** What a callback suite drives, and where its pact goes. */
export interface CallbackOptions {
  /** The handler of the typed client under test. */
  readonly verifyCallback: (
    rawBody: Uint8Array,
    headers: Headers,
    credentials: Required<CallbackCredentials>,
  ) => { readonly callback: string; readonly status: string; readonly body: object }
  /** The folder that the pact is written to. */
  readonly folder: string
}

/**
 * The consumer suite of the callbacks of a contract: one test a callback and status, as asynchronous messages of Pact. In each the message is signed
 * over its bytes and given to the client's handler, which must know it, and must refuse the same bytes with one of them changed.
 */
export function callbackSuite(contract: Contract, options: CallbackOptions): readonly ConsumerTest[] {
  let begun = false
  return callbackCases(contract).map((one) => ({
    title: one.description,
    async check() {
      if (!begun) rmSync(callbackPactFile(contract.provider, options.folder), { force: true })
      begun = true
      mkdirSync(options.folder, { recursive: true })
      const { PactV4 } = await pactLibrary()
      const place = { ...callbackParticipants(contract.provider), dir: options.folder, logLevel: 'error' as const }
      await new PactV4(place)
        .addAsynchronousInteraction()
        .expectsToReceive(one.description, (message) => {
          message.withJSONContent(callbackBody(one, one.operation)).withMetadata({ ...callbackHeaders(one.signing) })
        })
        .executeTest(async ({ contents }) => handle(one, JSON.stringify(contents.content), options))
    },
  }))
}

function handle(one: CallbackCase, text: string, { verifyCallback }: CallbackOptions): void {
  const { signer, credentials } = partiesOf(one)
  const body = Buffer.from(text)
  const timed = one.signing.signature.message.includes('timestamp') ? { timestamp: String(Date.now()) } : {}
  const headers = new Headers(signCallback(one.signing, { body, signer, ...timed }))
  const { callback, status, body: read } = verifyCallback(body, headers, credentials)
  deepStrictEqual({ callback, status }, { callback: one.callback.name, status: one.known })
  // What may come as a number is given as a string, so the members are what can be compared.
  deepStrictEqual(Object.keys(read), Object.keys(JSON.parse(text)))
  const changed = Buffer.from(text.replace('{', '{ '))
  throws(() => verifyCallback(changed, headers, credentials), { name: 'CallbackError', reason: 'wrong-signature' })
}

function partiesOf({ signing }: CallbackCase): {
  readonly signer: CallbackSigner
  readonly credentials: Required<CallbackCredentials>
} {
  if (signing.signature.algorithm !== 'RSA-SHA512') {
    return { signer: exampleCredentials, credentials: { ...exampleCredentials, publicKey: '' } }
  }
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { signer: { ...exampleCredentials, privateKey }, credentials: { ...exampleCredentials, publicKey } }
}

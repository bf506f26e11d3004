import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { receiveCallback } from '@assay/client'
import { loadContract } from '@assay/contract'
import { afterAll, expect, test } from 'vitest'
import { exampleCredentials } from '../consumer/example-credentials.ts'
import { callbackPactFile } from './callback-pact-file.ts'
import { type CallbackOptions, callbackSuite } from './callback-suite.ts'
import { verifyCallbacks } from './verify-callbacks.ts'

const specs = new URL('../../../../specs/', import.meta.url)
const contract = loadContract(readFileSync(new URL('alphapo/contract.json', specs), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'assay-callbacks-'))
const file = callbackPactFile(contract.provider, folder)
afterAll(() => rmSync(folder, { recursive: true }))

const [callback] = contract.callbacks
const signing = callback?.signing ?? expect.fail('no signature is known')
const definition = { name: 'paymentRequest', signing, required: ['type', 'status'], texts: [], ...statusOf() }
const verifyCallback: CallbackOptions['verifyCallback'] = (body, headers, credentials) => {
  const event = receiveCallback(contract.provider, [definition], body, headers, credentials)
  return { ...event, body: Object(event.body) }
}

function statusOf(): { readonly status?: NonNullable<typeof callback>['status'] & object } {
  return callback?.status ? { status: callback.status } : {}
}

test('a handler records what it relies upon, and the mock sends it', async () => {
  for (const one of callbackSuite(contract, { verifyCallback, folder })) await one.check()
  await verifyCallbacks(contract, folder)
  const pact = JSON.parse(readFileSync(file, 'utf8'))
  const descriptions = pact.interactions.map((one: { readonly description: string }) => one.description)
  expect(descriptions.sort()).toEqual([
    'the callback paymentRequest with a status that nobody knows',
    ...['expired', 'failed', 'paid', 'processing'].map(
      (status) => `the callback paymentRequest with the status ${status}`,
    ),
  ])
})

test('a pact holds neither key nor secret nor signature', () => {
  const text = readFileSync(file, 'utf8')
  for (const secret of Object.values(exampleCredentials)) expect(text).not.toContain(secret)
  const written = text.match(/"[0-9a-f]{128}"/g) ?? []
  expect(new Set(written)).toEqual(new Set([`"${'0'.repeat(128)}"`]))
})

test('a callback that is not as the pact says is told', async () => {
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('"status": "paid"', '"status": "PAID"'))
  await expect(verifyCallbacks(contract, folder)).rejects.toThrow(
    /^The callbacks of alphapo are not as the pact says: the callback paymentRequest with the status paid: .*PAID/,
  )
  writeFileSync(file, text)
})

test('a handler that believes everything fails its suite', async () => {
  const credulous: CallbackOptions['verifyCallback'] = (body) => {
    const read = JSON.parse(Buffer.from(body).toString())
    return { callback: 'paymentRequest', status: read.status, body: read }
  }
  const [first] = callbackSuite(contract, { verifyCallback: credulous, folder: join(folder, 'credulous') })
  await expect(first?.check()).rejects.toThrow('Missing expected exception')
})

test('without a pact the way out is told', async () => {
  await expect(verifyCallbacks(contract, join(folder, 'nowhere'))).rejects.toThrow(/: run the consumer suite first\.$/)
})

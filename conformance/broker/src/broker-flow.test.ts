import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyCallback } from '@assay/client-alphapo'
import { createCryptofuse } from '@assay/client-cryptofuse'
import { type Contract, loadContract } from '@assay/contract'
import {
  callbackPactFile,
  callbackSuite,
  consumerSuite,
  type PactCliRun,
  pactFile,
  runPactCli,
  runVerifier,
} from '@assay/pact'
import { run } from 'assay'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type SmallBroker, serveBroker } from './serve-broker.ts'

// No Pact Broker server exists on npm: this small one takes its place, and Pact's own clients talk to it over HTTP.

const specs = new URL('../../../specs/', import.meta.url)
const contractOf = (provider: string): Contract =>
  loadContract(readFileSync(new URL(`${provider}/contract.json`, specs), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'assay-broker-'))
const token = 'the-token-of-the-broker'
const requests = pactFile('cryptofuse', folder)
const messages = callbackPactFile('alphapo', folder)

let broker: SmallBroker
beforeAll(async () => {
  for (const one of consumerSuite(contractOf('cryptofuse'), { client: createCryptofuse, folder })) await one.check()
  for (const one of callbackSuite(contractOf('alphapo'), { verifyCallback, folder })) await one.check()
})
beforeEach(async () => {
  broker = await serveBroker({ token })
  return () => broker.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Outcome {
  readonly code: number
  readonly output: string
}

/** Runs `assay pact publish` as a user does, with the standard names in the environment. */
async function publish(words: readonly string[], environment: Record<string, string> = {}): Promise<Outcome> {
  let output = ''
  const write = (text: string): void => {
    output += text
  }
  const code = await run(['pact', 'publish', ...words], {
    ...{ print: write, note: write, folder: join(import.meta.dirname, '..'), installed: folder, now: Date.now },
    ...{ terminal: false, width: 100, interrupted: new AbortController().signal },
    environment: { PACT_BROKER_BASE_URL: broker.url, PACT_BROKER_TOKEN: token, ...environment },
  })
  return { code, output }
}

/** Pact's own `can-i-deploy`: this version of the client, with the provider as its main branch is. */
function canIDeploy(consumer: string, version: string, provider: string): Promise<PactCliRun> {
  const words = ['can-i-deploy', '--pacticipant', consumer, '--version', version, '--pacticipant', provider]
  return runPactCli([...words, '--branch', 'main'], { baseUrl: broker.url, token })
}

test.each([
  ['cryptofuse', requests, 'assay-client-cryptofuse'],
  ['alphapo', messages, 'assay-callbacks-alphapo'],
])('%s: published, not deployable, verified, deployable', async (provider, file, consumer) => {
  const published = await publish([provider, '--pact', file, '--app-version', 'c1', '--branch', 'main'])
  expect(published).toMatchObject({ code: 0 })
  expect(published.output).toContain(`${provider}  published: 1 pact of c1 on main`)
  expect(broker.state.pacts).toMatchObject([{ consumer, consumerVersion: 'c1', provider }])

  const before = await canIDeploy(consumer, 'c1', provider)
  expect(before).toMatchObject({ code: 1 })
  expect(before.output).toContain('Computer says no')

  const verified = await publish([provider, '--results', '--app-version', 'p1', '--branch', 'main'])
  expect(verified).toMatchObject({ code: 0, output: expect.stringContaining(`${consumer}: holds`) })
  expect(broker.state.results).toMatchObject([{ consumer, provider, providerVersion: 'p1', success: true }])

  const after = await canIDeploy(consumer, 'c1', provider)
  expect(after).toMatchObject({ code: 0, output: expect.stringContaining('Computer says yes') })
  // Another version of the client, whose pact nobody has seen, is another question.
  expect(await canIDeploy(consumer, 'c2', provider)).toMatchObject({ code: 1 })
})

test('a pact that does not hold is pending first, fails nothing, and keeps the client from being deployed', async () => {
  const file = join(folder, 'strange.json')
  writeFileSync(file, readFileSync(messages, 'utf8').replace('"status": "paid"', '"status": "PAID"'))
  await publish(['alphapo', '--pact', file, '--app-version', 'c1', '--branch', 'main'])
  const verify = ['alphapo', '--results', '--app-version', 'p1', '--branch', 'main']
  const pending = await publish(verify)
  expect(pending).toMatchObject({ code: 0, output: expect.stringContaining('does not hold, and is pending') })
  expect(broker.state.results).toMatchObject([{ success: false }])
  const said = await canIDeploy('assay-callbacks-alphapo', 'c1', 'alphapo')
  expect(said).toMatchObject({ code: 1, output: expect.stringContaining('A verification has failed') })
})

test("Pact's own Verifier finds the pact by selectors, and its result arrives", async () => {
  await publish(['alphapo', '--pact', messages, '--app-version', 'c1', '--branch', 'feature'])
  const job = {
    ...{ provider: 'alphapo', stage: 'http://127.0.0.1:9', states: [], timeout: 5000 },
    // Without a message to give, every interaction fails: what counts here is the way to the broker and back.
    messages: { none: { metadata: {}, text: '{}' } },
  }
  const verifier = {
    ...{ pactBrokerUrl: broker.url, pactBrokerToken: token, publishVerificationResult: true, enablePending: true },
    ...{ providerVersion: 'p1', providerVersionBranch: 'feature' },
  }
  const selected = { ...verifier, consumerVersionSelectors: [{ matchingBranch: true }] }
  expect((await runVerifier({ ...job, verifier: selected })).length).toBe(5)
  expect(broker.state.results).toMatchObject([{ providerVersion: 'p1', success: false }])
  expect(broker.state.versions).toContainEqual({
    ...{ pacticipant: 'alphapo', number: 'p1', branches: new Set(['feature']) },
  })
  expect(broker.asked).toContain('POST /pacts/provider/alphapo/for-verification')
})

test.each([
  [{ PACT_BROKER_TOKEN: 'another-token' }, 3, 'refuses the credentials'],
  [{ PACT_BROKER_BASE_URL: 'http://127.0.0.1:9' }, 3, 'cannot be asked: '],
  [{ PACT_BROKER_BASE_URL: '' }, 2, 'No broker is named: set PACT_BROKER_BASE_URL.'],
  [{ PACT_BROKER_BASE_URL: 'broker' }, 2, 'PACT_BROKER_BASE_URL is no URL of HTTP'],
  [{ PACT_BROKER_BASE_URL: 'http://me:pass-word@127.0.0.1:9' }, 2, 'PACT_BROKER_BASE_URL holds credentials'],
])('a broker that cannot be used is told, without its credentials, %#', async (environment, code, says) => {
  const words = ['alphapo', '--pact', messages, '--app-version', 'c1', '--branch', 'main']
  const outcome = await publish(words, environment)
  expect(outcome).toMatchObject({ code, output: expect.stringContaining(says) })
  for (const secret of [token, 'another-token', 'pass-word']) expect(outcome.output).not.toContain(secret)
  expect(broker.state.pacts).toEqual([])
})

test('name and password are taken too', async () => {
  const basic = { username: 'merchant', password: 'pass-word-of-the-merchant' }
  const closed = await serveBroker({ basic })
  const environment = {
    ...{ PACT_BROKER_BASE_URL: closed.url, PACT_BROKER_TOKEN: '' },
    ...{ PACT_BROKER_USERNAME: basic.username, PACT_BROKER_PASSWORD: basic.password },
  }
  const words = ['alphapo', '--pact', messages, '--app-version', 'c1', '--branch', 'main']
  expect(await publish(words, environment)).toMatchObject({ code: 0 })
  expect(closed.state.pacts).toHaveLength(1)
  await closed.close()
})

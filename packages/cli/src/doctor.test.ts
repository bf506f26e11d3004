import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadContract } from '@assay/contract'
import { createMock, serveMock } from '@assay/mock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
beforeAll(async () => {
  world = await fixtureWorld()
})
afterAll(() => world.remove())

const steady = (text: string) => text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:4010')

test('looks at the built-in mock, step by step, and gives 0', async () => {
  const { code, stdout, stderr } = await world.assay('doctor tollgate', { now: Date.now })
  expect(steady(stderr + stdout)).toMatchInlineSnapshot(`
    "Looking at tollgate at http://127.0.0.1:4010/v1 (built-in mock)
    ok     pins             Nothing is pinned.
    ok     currencies       Valid requests bear EUR, USD: list under currencies in assay.config what
                            your account takes, where that differs.
    ok     name             127.0.0.1 is an address.
    ok     connection       127.0.0.1:4010 answers.
    -      certificate      The target is not https.
    ok     base-path        POST http://127.0.0.1:4010/v1/payments is known there (422).
    ok     clock            The clocks agree to 1 s.
    look   key              An unknown key gets the same answer (422), so nothing shows that this one is
                            accepted.
                            Certifying sends whole requests, which show it, and create payments.
    ok     signature        The signature is accepted: 401 for a wrong one.
    "
  `)
  expect(code).toBe(0)
})

test('names a mistake with what to do, gives 3, and creates nothing', async () => {
  const contract = loadContract(readFileSync(join(world.folder, 'specs/tollgate/contract.json'), 'utf8'))
  const mock = createMock(contract, { credentials: { key: 'toll-key', secret: 'toll-secret' } })
  const server = await serveMock(mock)
  const environment = {
    ASSAY_TOLLGATE_BASE_URL: server.url('tollgate'),
    ASSAY_TOLLGATE_KEY: 'toll-key',
    ASSAY_TOLLGATE_SECRET: '"toll-secret"',
  }
  const { code, stdout } = await world.assay('doctor tollgate', { environment, now: Date.now })
  await server.close()
  expect(steady(stdout.slice(stdout.indexOf('base-path')))).toMatchInlineSnapshot(`
    "base-path        POST http://127.0.0.1:4010/v1/payments is known there (401).
    ok     clock            The clocks agree to 1 s.
    ok     key              The key is known: the signature is what is refused.
    FAULT  signature        The signature was refused (401: {"error":"bad signature"}).
                            The mistake: quotes around the credentials that became part of them. Take
                            the quotes off the values in the environment file.
    "
  `)
  expect(code).toBe(3)
  expect(mock.control.created().length).toBe(0)
})

test('gives 3 where nobody answers, and 2 where the account needs a pin', async () => {
  const environment = {
    ASSAY_TOLLGATE_BASE_URL: 'http://127.0.0.1:1',
    ASSAY_TOLLGATE_KEY: 'k',
    ASSAY_TOLLGATE_SECRET: 's',
  }
  const { code, stdout } = await world.assay('doctor tollgate --json', { environment })
  expect(code).toBe(3)
  expect(JSON.parse(stdout).steps.at(-1)).toMatchObject({ step: 'connection', outcome: 'fault' })
  const finrax = join(import.meta.dirname, '../../../specs/finrax')
  const unpinned = await world.assay(`doctor ${finrax} --base-url http://127.0.0.1:1`, {
    environment: { ASSAY_FINRAX_KEY: 'k', ASSAY_FINRAX_SECRET: 's' },
  })
  expect(unpinned.stdout).toContain('--set /businessId=VALUE')
})

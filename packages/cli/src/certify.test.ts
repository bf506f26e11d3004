import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadContract } from '@assay/contract'
import { createMock, type MockServer, serveMock } from '@assay/mock'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
let server: MockServer | undefined
beforeAll(async () => {
  world = await fixtureWorld()
})
afterEach(async () => {
  await server?.close()
  server = undefined
})
afterAll(() => world.remove())

/** Serves a mock with rules switched off, and gives the environment that leads to it. */
async function served(off: readonly string[], secret = 'toll-secret'): Promise<Readonly<Record<string, string>>> {
  const contract = loadContract(readFileSync(join(world.folder, 'specs/tollgate/contract.json'), 'utf8'))
  server = await serveMock(createMock(contract, { off, credentials: { key: 'toll-key', secret } }))
  return {
    ASSAY_TOLLGATE_BASE_URL: server.url('tollgate'),
    ASSAY_TOLLGATE_KEY: 'toll-key',
    ASSAY_TOLLGATE_SECRET: 'toll-secret',
  }
}

const steady = (text: string) =>
  text
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:4010')
    .replaceAll(/\d+\.\d s/g, '0.0 s')
    .replaceAll(/assay-[0-9a-z]{6,16}-/g, 'assay-run-')

test('certifies the built-in mock, on a line, and writes the report', async () => {
  const { code, stdout, stderr } = await world.assay(
    'certify --level quick --report terminal --report json=reports/{provider}.json',
  )
  expect(steady(stderr + stdout)).toMatchInlineSnapshot(`
    "Certifying tollgate at http://127.0.0.1:4010/v1 (built-in mock)
    tollgate: 82 cases planned
    tollgate: It answers, and does not refuse the credentials (201).
    tollgate                   conforms  rules 25 pass, 0 fail, 1 not tested · 82 cases · 96 requests · 0.0 s
                accepts  refuses  authenticates  remembers  withstands
      cases          27       37              3          6           9
      requests       27       37              3         19           9
    "
  `)
  expect(code).toBe(0)
  const report = JSON.parse(readFileSync(join(world.folder, 'reports/tollgate.json'), 'utf8'))
  expect(report).toMatchObject({ version: 1, provider: 'tollgate', verdict: 'conforms', complete: true })
})

test('gives 1 and shows the rule that a provider breaks', async () => {
  const environment = await served(['order.too-long'])
  const { code, stdout } = await world.assay('certify --level quick --only order.length', { environment })
  expect(stdout).toMatch(/order\.too-long/)
  expect(code).toBe(1)
})

test('gives 0 for a failure that is expected, and 1 for one that does not come', async () => {
  writeFileSync(join(world.folder, 'known.txt'), '# known since the spring\norder.length # too long\n\n')
  const failing = await served(['order.too-long'])
  const line = 'certify --level quick --expected-failures known.txt'
  expect((await world.assay(line, { environment: failing })).code).toBe(0)
  const { code, stdout } = await world.assay(line)
  expect(stdout).toContain('order.too-long was expected to fail and passed')
  expect(code).toBe(1)
})

test('gives 1 for an expected failure that no contract knows', async () => {
  writeFileSync(join(world.folder, 'stale.txt'), 'order.gone\n')
  const { code, stdout } = await world.assay('certify --level quick --expected-failures stale.txt')
  expect(stdout).toContain('order.gone')
  expect(code).toBe(1)
})

test('gives 3 where nobody answers', async () => {
  const environment = await served([])
  await server?.close()
  const { code, stdout } = await world.assay('certify --timeout 1', { environment })
  expect(stdout).toContain('inconclusive')
  expect(code).toBe(3)
})

test('gives 3 where the credentials are refused', async () => {
  const environment = await served([], 'another-secret')
  const { code, stdout } = await world.assay('certify --level quick', { environment })
  expect(code).toBe(3)
  expect(stdout).not.toContain('toll-secret')
})

test('gives 130 when it is interrupted', async () => {
  const { code } = await world.assay('certify', { interrupted: AbortSignal.abort() })
  expect(code).toBe(130)
})

test('sends nothing for a plan', async () => {
  const { code, stdout } = await world.assay('certify --only order.length --level quick --plan')
  expect(steady(stdout)).toMatch(/^tollgate: \d+ requests planned for http:\/\/127\.0\.0\.1:4010\/v1, none sent\n/)
  expect(stdout).toContain('refuses/order.too-long/1: 41 characters at /order (at most 40), expected 422')
  expect(code).toBe(0)
})

test('wants a base URL for one provider only', async () => {
  const { code, stderr } = await world.assay('certify tollgate ./specs/tollgate --base-url http://127.0.0.1:9')
  expect([code, stderr]).toMatchInlineSnapshot(`
    [
      2,
      "--base-url belongs to one provider, not to 2: name the provider, or set ASSAY_<PROVIDER>_BASE_URL for each.
    ",
    ]
  `)
})

test('a served mock that forgets a rule, by any of its names, is found out', async () => {
  const user = new AbortController()
  let printed: (text: string) => void = () => {}
  const exports = new Promise<string>((resolve) => {
    printed = resolve
  })
  const serving = world.assay('mock tollgate --port 0 --off order.length', {
    interrupted: user.signal,
    print: (text) => printed(text),
  })
  const environment = Object.fromEntries(
    [...(await exports).matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  )
  const { code, stdout } = await world.assay('certify --level quick --only order.too-long', { environment })
  user.abort()
  expect([code, (await serving).code, stdout]).toEqual([1, 0, expect.stringMatching(/fail {2}order\.too-long/)])
})

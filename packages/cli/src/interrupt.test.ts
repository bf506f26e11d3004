import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
let server: Server
let arrived: Promise<unknown>
beforeAll(async () => {
  world = await fixtureWorld()
  // It hears and never answers.
  server = createServer(() => undefined)
  arrived = once(server, 'request')
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  world.remove()
})

test('ends within two seconds of an interrupt, with a report that says so', async () => {
  const { PATH = '' } = process.env
  const environment = {
    PATH,
    ASSAY_TOLLGATE_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    ASSAY_TOLLGATE_KEY: 'toll-key',
    ASSAY_TOLLGATE_SECRET: 'toll-secret',
  }
  const words = ['certify', 'tollgate', '--timeout', '60', '--report', 'json=interrupted.json']
  const child = spawn(process.execPath, [join(import.meta.dirname, '../bin/assay.js'), ...words], {
    cwd: world.folder,
    env: environment,
    stdio: 'ignore',
  })
  await arrived
  const started = performance.now()
  child.kill('SIGINT')
  const [code] = await once(child, 'exit')
  expect(code).toBe(130)
  expect(performance.now() - started).toBeLessThan(2_000)
  const report = JSON.parse(readFileSync(join(world.folder, 'interrupted.json'), 'utf8'))
  expect(report).toMatchObject({ provider: 'tollgate', complete: false, verdict: 'inconclusive' })
})
